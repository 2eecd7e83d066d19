import { expect, test } from 'vitest'
import { aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { terminal } from '../people/index.ts'
import { changeQuestion, copyQuestions } from '../questions/actions/questions.ts'
import { addQuestion, fieldOf, questionsOf, type Wish } from '../questions/index.ts'
import { aBrowser, lagos } from './browser.builder.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const base = '/rounds/2016A/apply'
const agreed = { acceptsCode: ['2026-11-27'] }

const wish = (label: string, differs: Partial<Wish> = {}): Wish => ({
  ...{ kind: 'line', isRequired: true, isShown: true, shownIf: null, prefers: null, weight: 15 },
  words: { en: { label, hint: '' } },
  options: [],
  ...differs,
})
const options = (...labels: string[]) => labels.map((en) => ({ en }))

/** Three questions: how one talks, with which tool if by video, and on which days. */
async function aRoundWithQuestions() {
  const round = await aRound(app)
  await addQuestion(
    app,
    terminal,
    { code: '2016A', sheet: 'application' },
    wish('How?', { kind: 'one', options: options('Email', 'Video') }),
  )
  const [how] = await questionsOf(app.db, round.id)
  await addQuestion(
    app,
    terminal,
    { code: '2016A', sheet: 'application' },
    wish('Which tool?', { shownIf: how?.options[1]?.id ?? '' }),
  )
  const days = { kind: 'several', isShown: false, options: options('Monday', 'Friday') } as const
  await addQuestion(app, terminal, { code: '2016A', sheet: 'application' }, wish('Which days?', days))
  return { round, questions: await questionsOf(app.db, round.id) }
}

const { round, questions } = await aRoundWithQuestions()
const named = (label: string) => {
  const found = questions.find(({ words }) => words.en?.label === label)
  if (!found) throw new RangeError(label)
  return found
}
const optionOf = (label: string, place: number) => named(label).options[place]?.id ?? ''
const [how, tool, days] = ['How?', 'Which tool?', 'Which days?'].map((label) => fieldOf(named(label))) as [
  string,
  string,
  string,
]
const byVideo = { [how]: optionOf('How?', 1), [tool]: 'Jitsi', [days]: [optionOf('Which days?', 1)] }
const ngozi = await aPerson(app, { name: 'Ngozi Eze', email: 'ngozi@library.example' })
const browser = aBrowser(site, app.origin, await signedIn(app, ngozi))
const answers = () =>
  app.db.selectFrom('ownAnswer').select(['questionId', 'optionId', 'said']).orderBy('questionId').execute()

test('a round’s own questions come last, and are asked again until they are answered', async () => {
  for (const page of ['you', 'work', 'talking'] as const) await browser.fill('2016A', page, lagos[page])
  const to = await browser.fill('2016A', 'partner', lagos.partner)
  const empty = await browser.fill('2016A', 'more', { [how]: optionOf('How?', 1), [tool]: '' })
  const page = await empty.text()
  const gone = await browser.fill('2016A', 'more', { ...byVideo, 'q-gone-meanwhile': 'x' })

  expect(to.headers.get('Location')).toBe(`${base}/more`)
  expect(empty.status).toBe(422)
  expect(page).toContain('step 5 of 6')
  expect(page).toContain('Which tool? Please fill this in.')
  expect(page).toContain('Which days? Please choose at least one.')
  expect(page).toMatch(/class="beneath"><div class="field wrong"><label[^>]*>Which tool\?/)
  expect(gone.headers.get('Location')).toBe(`${base}/check`)
})

test('the preview shows what the partner will read, the copy all of it, and nothing that was hidden is kept', async () => {
  const check = await browser.read(`${base}/check`)
  await browser.send(`${base}/send`, agreed)
  const copy = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('kind', '=', 'application-copy')
    .execute()
  const first = await answers()
  await browser.fill('2016A', 'more', { ...byVideo, [how]: optionOf('How?', 0) })
  app.at('2016-01-20T13:00:00Z')
  await browser.send(`${base}/send`, agreed)

  const [leaf = '', all = ''] = check.split('All your answers')
  expect(leaf).toContain('Jitsi')
  expect(leaf).not.toContain('Which days?')
  expect(all).toContain('Friday')
  expect(copy[0]?.text).toMatch(/A few more questions.*How\? Video.*Which tool\? Jitsi.*Which days\? Friday/s)
  expect(first).toHaveLength(3)
  expect(await answers()).toHaveLength(2)
  expect(await browser.read(`${base}/more`)).toContain('value="Jitsi"')
})

test('the office reads the answers with the application, and their sender finds them in the copy of their data', async () => {
  const { id } = await app.db.selectFrom('application').select('id').executeTakeFirstOrThrow()
  const office = aBrowser(site, app.origin, await signedIn(app, await aPerson(app, { role: 'coordinator' })))
  const page = await office.read(`/office/rounds/2016A/applications/${id}`)
  const own = app.ownData.tables.ownAnswer
  const exported = typeof own?.exports === 'function' ? own.exports(ngozi.id) : {}
  const rows = await app.db
    .selectFrom('ownAnswer')
    .where(
      own?.rows?.(ngozi.id) ??
        (() => {
          throw new Error()
        })(),
    )
    .select(Object.entries(exported).map(([name, value]) => value.as(name)))
    .execute()

  const table = await office.send('/office/rounds/2016A/applications/answers/download', {})
  const stranger = await browser.send('/office/rounds/2016A/applications/answers/download', {})

  expect(await table.text()).toContain('"Ngozi Eze","ngozi@library.example","NG","Email","","Friday"')
  expect(stranger.status).toBe(403)
  expect(page).toMatch(/<dt>How\?<\/dt>\s*<dd><bdi>Email/)
  expect(page).toContain('Which days?')
  expect(rows).toEqual(
    expect.arrayContaining([
      { question: 'How?', answer: 'Email' },
      { question: 'Which days?', answer: 'Friday' },
    ]),
  )
})

test('who comes back finds what they answered to the questions that were carried over, and to no other', async () => {
  const next = await aRound(app, {
    ...{ code: '2016B', startsOn: '2016-08-22', endsOn: '2016-12-11' },
    ...{ applyFrom: new Date('2016-01-10T00:00:00Z'), applyUntil: new Date('2016-08-08T00:00:00Z') },
  })
  await copyQuestions(app, terminal, { code: '2016B', sheet: 'application' }, '2016A')
  await addQuestion(app, terminal, { code: '2016B', sheet: 'application' }, wish('Something new?'))
  const page = await browser.read('/rounds/2016B/apply/more')
  const asked = await questionsOf(app.db, next.id)

  const email = asked.find(({ words }) => words.en?.label === 'How?')?.options[0]?.id
  expect(page).toMatch(new RegExp(`value="${email}" checked`))
  expect(page.match(/ checked/g)).toHaveLength(2)
  expect(round.id).not.toBe(next.id)
})

test('a form that was opened before asks in the words of now', async () => {
  const before = await browser.read(`${base}/more`)
  const { id, ...known } = named('How?')
  const reworded = { ...known, words: { en: { label: 'How will you talk?', hint: '' } } }
  const inWords = reworded.options.map(({ words }) => words)
  await changeQuestion(
    app,
    terminal,
    { code: '2016A', sheet: 'application' },
    { id, wish: { ...reworded, options: inWords } },
  )

  const after = await browser.read(`${base}/more`)

  expect(before).not.toContain('How will you talk?')
  expect(after).toContain('How will you talk?')
})
