import { expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { queuedMail, testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { Conflict, Forbidden, NotFound } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { visitor } from '../people/index.ts'
import { answerReprint } from './actions/answering.ts'
import { askForLeave, enterReprint } from './actions/asking.ts'
import { forgetAskers } from './actions/clock.ts'
import { allowByLicence, askAuthors, declineReprint, sayAppeared } from './actions/deciding.ts'
import { answerKey } from './policy.ts'
import { reprintById, reprintsIn } from './queries/reprints.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const ada = await aPerson(app, { name: 'Ada Molina' })
const postId = await aPublishedPost(app, { slug: 'the-door', title: 'The door', byline: 'Ada Molina' })
await app.db.updateTable('author').set({ personId: ada.id }).where('name', '=', 'Ada Molina').execute()
await aPublishedPost(app, { slug: 'signed-by-a-guest', byline: 'Marta Oliveira' })

const wish = {
  ...{ post: 'the-door', publication: 'Boletín de Bibliotecas', language: 'es', name: 'Inés Prado' },
  ...{ email: 'ines@boletin.example', message: 'For two thousand readers.' },
}
const from = { network: '203.0.113.7', locale: 'en' }
const told = async (email: string) =>
  (await queuedMail(app)).filter(({ to }) => to === email).map(({ subject }) => subject)
const toldTo = async (email: string) =>
  (await app.db.selectFrom('outbox').select('text').where('toAddress', '=', email).execute())
    .map(({ text }) => text)
    .join('\n')
const page = async (path: string, headers: Record<string, string> = {}) =>
  (await site.request(path, { headers })).text()
const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { Origin: app.origin, ...headers },
    body: new URLSearchParams(body),
  })

test('a reader asks, an editor passes it on, its author says yes by a link, and readers are told where it appeared', async () => {
  const before = await page('/posts/the-door')
  const wrong = await post('/posts/the-door/reprint', { ...asTyped, email: 'ines' })
  const asked = await post('/posts/the-door/reprint', asTyped)
  await post('/posts/the-door/reprint', asTyped)
  const [one, ...more] = await reprintsIn(app.db, editor, 'open')
  if (!one) throw new Error('nothing was asked')
  await app.runJobs()
  await askAuthors(app, editor, one.id)
  const { answers } = await reprintById(app.db, one.id)
  const key = answerKey(app, answers[0]?.id ?? '')
  const question = await page(`/reprints/${key}`)
  const said = await post(`/reprints/${key}/answer`, { answer: 'yes', word: 'Gladly.' })
  await sayAppeared(app, editor, one.id, { on: '2016-04-02', url: 'https://boletin.example/4' })

  expect(before).toContain('Ask its authors for leave')
  expect([wrong.status, asked.status, said.status]).toEqual([422, 303, 303])
  expect(await wrong.text()).toContain('value="Boletín de Bibliotecas"')
  expect(more).toEqual([])
  expect(question).toContain('Yes, they may')
  expect(await told(ada.email)).toEqual(['May “Boletín de Bibliotecas” reprint “The door”?'])
  expect(await told(wish.email)).toEqual(['You may reprint “The door”'])
  expect((await told(editor.email)).toSorted()).toEqual([
    'Inés Prado would like to reprint “The door”',
    '“Boletín de Bibliotecas” may reprint “The door”',
  ])
  expect(await toldTo(editor.email)).toContain('Hello Vera,')
  expect(await page('/posts/the-door')).toContain('href="https://boletin.example/4"')
  await expect(answerReprint(app, visitor('en'), key, { answer: 'no', word: '' })).rejects.toEqual(
    new Conflict('reprint-decided'),
  )
})

const { post: _slug, ...fields } = wish
const asTyped = { ...fields, website: '' }

test('an author with an account answers on a page of their own, and may think again; nobody else may answer for them', async () => {
  const id = await enterReprint(app, editor, { ...wish, publication: 'Library Life', email: '' })
  const { answers } = await reprintById(app.db, id)
  const path = `/reprints/${answers[0]?.id}`
  const [own, others] = [await signedIn(app, ada), await signedIn(app, editor)]
  const mine = await page('/me', own)
  await post(`${path}/answer`, { answer: 'no', word: '' }, own)
  const refused = await reprintById(app.db, id)
  await post(`${path}/answer`, { answer: 'yes', word: '' }, own)

  expect(mine).toContain(`href="${path}"`)
  expect(refused.refusedAt).not.toBeNull()
  expect(await reprintById(app.db, id)).toMatchObject({ allowedAt: app.now(), refusedAt: null })
  expect((await site.request(path, { headers: others })).status).toBe(404)
  expect((await site.request(path)).status).toBe(404)
})

test('whose address nobody knows is asked in person, and an editor enters the answer; the table names it all', async () => {
  const id = await enterReprint(app, editor, { ...wish, post: 'signed-by-a-guest', email: '' })
  const cookies = await signedIn(app, editor)
  const { answers } = await reprintById(app.db, id)
  const record = { author: answers[0]?.id ?? '', answer: 'yes', word: '' }
  const silent = await post(`/office/reprints/${id}/record`, record, cookies)
  await post(`/office/reprints/${id}/record`, { ...record, word: 'By phone.' }, cookies)
  const table = await post('/office/reprints/export', {}, cookies)

  expect(answers).toMatchObject([{ name: 'Marta Oliveira', email: null, askedAt: null }])
  expect(silent.status).toBe(422)
  expect(await reprintById(app.db, id)).toMatchObject({
    allowedAt: app.now(),
    answers: [{ answer: 'yes', recordedBy: 'Vera Lind', word: 'By phone.' }],
  })
  expect(await table.text()).toContain('"Marta Oliveira: yes"')
})

test('the day on which somebody asked is the same in the list as on the page, by the clock of the editor', async () => {
  app.at('2016-03-01T12:30:00Z')
  await askForLeave(app, { ...wish, publication: 'Night Owls' }, from)
  app.at('2016-03-01T12:00:00Z')
  const [one] = (await reprintsIn(app.db, editor, 'open')).filter((it) => it.publication === 'Night Owls')
  const there = await signedIn(app, await aPerson(app, { role: 'editor', zone: 'Pacific/Auckland' }))

  for (const path of ['/office/reprints', `/office/reprints/${one?.id}`]) {
    expect(await page(path, there)).toContain('2 March 2016')
  }
})

test('only editors decide, once; what no licence allows is not allowed by one', async () => {
  await askForLeave(app, { ...wish, publication: 'Elsewhere' }, from)
  const [one] = (await reprintsIn(app.db, editor, 'open')).filter((it) => it.publication === 'Elsewhere')
  const id = one?.id ?? ''

  await expect(declineReprint(app, ada, id, 'No.')).rejects.toEqual(new Forbidden('not-allowed'))
  await expect(allowByLicence(app, editor, id)).rejects.toEqual(new Conflict('reprint-no-licence'))
  await expect(askForLeave(app, { ...wish, post: 'nowhere' }, from)).rejects.toEqual(
    new NotFound('no-such-post'),
  )
  await declineReprint(app, editor, id, 'It is out of date.')
  await expect(askAuthors(app, editor, id)).rejects.toEqual(new Conflict('reprint-decided'))
  expect((await told(wish.email)).at(-1)).toBe('“The door”: not this time')
})

test('who asked is forgotten a year after it was allowed, and what came to nothing goes; that it was, and where it appeared, stays', async () => {
  app.at('2017-04-01T12:00:00Z')
  await forgetAskers(app)
  const kept = await app.db
    .selectFrom('reprint')
    .where('postId', '=', postId)
    .where('appearedOn', 'is not', null)
    .select(['name', 'email', 'emailKey', 'message', 'publication', 'appearedUrl', 'networkHash'])
    .execute()

  const left = await reprintsIn(app.db, editor, 'all')

  expect(left.map(({ publication }) => publication)).not.toContain('Elsewhere')
  expect(kept).toEqual([
    {
      ...{ name: '', email: null, emailKey: null, message: '', networkHash: null },
      ...{ publication: 'Boletín de Bibliotecas', appearedUrl: 'https://boletin.example/4' },
    },
  ])
})
