import { beforeAll, expect, test } from 'vitest'
import { anApplication, aPerson, aRound } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { locales } from '../../platform/words.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { questionsOf } from './queries.ts'
import { fieldOf } from './question.ts'

const app = await testApp('2016-01-20T12:00:00Z')
const site = createSite(app, await buildAssets())
const round = await aRound(app)
const base = '/office/rounds/2016A/questions'
let headers: Record<string, string>

beforeAll(async () => {
  const coordinator = await aPerson(app, { role: 'coordinator' })
  headers = { ...(await signedIn(app, coordinator)), Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
})

const read = async (path: string) => (await site.request(path, { headers })).text()
const send = (path: string, typed: Record<string, string>) =>
  site.request(path, { method: 'POST', headers, body: new URLSearchParams(typed) })

const usual = { isRequired: 'yes', isShown: 'yes', shownIf: '', prefers: 'no', weight: '15' }
const wording = (label: string, options?: string) =>
  Object.fromEntries(
    locales.flatMap((locale) => [
      [`label-${locale}`, locale === 'en' ? label : ''],
      [`hint-${locale}`, ''],
      ...(options === undefined ? [] : [[`options-${locale}`, locale === 'en' ? options : '']]),
    ]),
  )
const { prefers, weight, ...asked } = usual
const counts = { prefers: 'different', weight: '30' }
const labels = async () => (await questionsOf(app.db, round.id)).map(({ words }) => words.en?.label)

test('a coordinator asks what is needed, in order, one question hanging on an answer to another', async () => {
  const empty = await read(base)
  await send(`${base}/add?kind=one`, { ...usual, ...wording('How do you talk?', 'Email\nVideo\n\n Both ') })
  const [way] = await questionsOf(app.db, round.id)
  await send(`${base}/add?kind=line`, {
    ...asked,
    ...wording('Which tool?'),
    shownIf: way?.options[1]?.id ?? '',
  })
  await send(`${base}/add?kind=text`, { ...asked, ...wording('Anything else?') })
  const [, , more] = await questionsOf(app.db, round.id)
  await send(`${base}/${more?.id}/move`, { to: 'up' })

  const page = await read(base)
  const tried = await read(`${base}/try?in=ar`)

  expect(empty).toContain('This round asks nothing of its own')
  expect(way?.options.map(({ words }) => words)).toEqual([{ en: 'Email' }, { en: 'Video' }, { en: 'Both' }])
  expect(await labels()).toEqual(['Anything else?', 'Which tool?', 'How do you talk?'])
  expect(page).toContain('Those who choose “Video”; must be answered')
  expect(tried).toMatch(
    /<div class="form" lang="ar" dir="rtl">.*Anything else\?.*يرى إجابتكم شريككم وفريق التنسيق/s,
  )
})

test('what is missing is said beside its field, and nothing typed is lost', async () => {
  const answer = await send(`${base}/add?kind=several`, {
    ...{ ...usual, weight: '0', ...wording('Days?', 'Monday') },
    'label-es': '¿Días?',
    'options-es': 'lunes\nmartes',
  })
  const page = await answer.text()

  expect(answer.status).toBe(422)
  expect(page).toContain('Please give at least two options, one to a line.')
  expect(page).toContain('Please give a whole number from 1 to 100.')
  expect(page).toContain('lunes\nmartes')
  expect(await labels()).toHaveLength(3)
})

test('a question on whose option another hangs neither goes nor loses that option', async () => {
  const way = (await questionsOf(app.db, round.id)).at(-1)

  const removed = await send(`${base}/${way?.id}/remove`, {})
  const changed = await send(`${base}/${way?.id}/change`, {
    ...{ ...usual, ...wording('How do you talk?', 'Email\nPhone') },
  })
  const reworded = await send(`${base}/${way?.id}/change`, {
    ...{ ...usual, prefers: 'alike', ...wording('How do you talk?', 'By email\nBy video\nBoth') },
  })

  const [after] = (await questionsOf(app.db, round.id)).slice(-1)
  expect([removed.status, changed.status, reworded.status]).toEqual([409, 409, 303])
  expect(await removed.text()).toContain('The question “Which tool?” hangs on an option of this one.')
  expect(after).toMatchObject({ prefers: 'alike', options: way?.options.map(({ id }) => ({ id })) })
})

test('once somebody has answered, the wording changes and how it counts, and nothing else', async () => {
  const [more, , way] = await questionsOf(app.db, round.id)
  const { id } = await anApplication(app, round)
  await app.db
    .insertInto('ownAnswer')
    .values({ applicationId: id, questionId: way?.id ?? '', optionId: way?.options[0]?.id ?? '' })
    .execute()

  const page = await read(base)
  const refused = await Promise.all([
    send(`${base}/add?kind=line`, { ...asked, ...wording('One more?') }),
    send(`${base}/${more?.id}/remove`, {}),
    send(`${base}/${more?.id}/move`, { to: 'down' }),
  ])
  const fewer = await send(`${base}/${way?.id}/change`, {
    ...counts,
    ...wording('How do you talk?', 'By email\nBy video'),
  })
  const spelt = await send(`${base}/${way?.id}/change`, {
    ...counts,
    ...wording('How will you talk?', 'E-mail\nBy video\nBoth'),
  })

  expect(page).toContain('Somebody has answered')
  expect(page).not.toContain('Add a question')
  expect(refused.map(({ status }) => status)).toEqual([409, 409, 409])
  expect(fewer.status).toBe(422)
  expect(await fewer.text()).toContain('Somebody has answered, so no option can come or go.')
  expect(spelt.status).toBe(303)
  expect((await questionsOf(app.db, round.id)).at(-1)).toMatchObject({
    ...{
      id: way?.id,
      prefers: 'different',
      weight: 30,
      isRequired: true,
      words: { en: { label: 'How will you talk?' } },
    },
    options: [{ words: { en: 'E-mail' } }, { words: { en: 'By video' } }, { words: { en: 'Both' } }],
  })
  await expect(
    app.db
      .deleteFrom('ownOption')
      .where('id', '=', way?.options[0]?.id ?? '')
      .execute(),
  ).rejects.toThrow('own_answer_of_question')
})

test('the next round asks the same by one press: copies of one lineage, and nothing twice', async () => {
  const next = await aRound(app, { code: '2016B' })
  const path = '/office/rounds/2016B/questions'
  const source = await questionsOf(app.db, round.id)

  await send(`${path}/copy`, { from: '2016A' })
  await send(`${path}/copy`, { from: '2016A' })

  const copies = await questionsOf(app.db, next.id)
  const option = copies.flatMap(({ options }) => options).find(({ words }) => words.en === 'By video')
  expect(copies.map(({ lineageId }) => lineageId).sort()).toEqual(
    source.map(({ lineageId }) => lineageId).sort(),
  )
  expect(copies.find(({ words }) => words.en?.label === 'Which tool?')?.shownIf).toBe(option?.id)
  expect(new Set([...source, ...copies].map(fieldOf)).size).toBe(6)
})

test('nobody else gets there', async () => {
  const editor = {
    ...(await signedIn(app, await aPerson(app, { role: 'editor' }))),
    ...{ Origin: app.origin },
  }
  const statuses = await Promise.all(
    [base, `${base}/try`, `${base}/add`].map(
      async (path) => (await site.request(path, { headers: editor })).status,
    ),
  )

  expect(statuses).toEqual([403, 403, 403])
})
