import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const director = await aPerson(app, { name: 'Dora Lindqvist', role: 'director' })

const post = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const pathFor = ({ id }: { id: string }) => `/office/people/${id}/address`
const emailOf = async ({ id }: { id: string }) =>
  (await app.db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email

test('a director changes the address of someone: they are signed out, both addresses are told, and the old one takes it back', async () => {
  const ada = await aPerson(app, { email: 'ada@old.example' })
  const hers = await signedIn(app, ada)
  const headers = await signedIn(app, director)

  const page = await (await site.request(pathFor(ada), { headers })).text()
  const done = await post(pathFor(ada), headers, { email: 'ada@new.example' })

  expect(page).toContain('ada@old.example')
  expect([done.status, await emailOf(ada)]).toEqual([303, 'ada@new.example'])
  expect((await site.request('/me', { headers: hers })).status).toBe(303)
  const mails = await app.db
    .selectFrom('outbox')
    .select(['toAddress', 'text'])
    .where('personId', '=', ada.id)
    .orderBy('toAddress')
    .execute()
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(['ada@new.example', 'ada@old.example'])
  for (const { text } of mails) expect(text).toContain('Dora Lindqvist')
  expect(mails[0]?.text).not.toContain('take-back')
  const noted = await app.db.selectFrom('journal').select(['act', 'actorId', 'subject']).execute()
  expect(noted).toEqual([{ act: 'person.email-changed', actorId: director.id, subject: ada.id }])
  const known = await app.db
    .selectFrom('personAddress')
    .select('broadKey')
    .where('personId', '=', ada.id)
    .orderBy('broadKey')
    .execute()
  expect(known.map(({ broadKey }) => broadKey)).toEqual(['ada@new.example', 'ada@old.example'])

  await post(new URL(/http:\S+/.exec(mails[1]?.text ?? '')?.[0] ?? '').pathname, headers)

  expect(await emailOf(ada)).toBe('ada@old.example')
})

test.each([
  ['the address they have', 'sol@same.example', 'This is the address already.'],
  ['one that someone else has', 'taken@library.example', 'We already know someone with this address.'],
  ['one that is none', 'sol at home', 'sol at home'],
])('%s is said beside the field, and nothing changes', async (name, email, said) => {
  const sol = await aPerson(app, { email: name === 'the address they have' ? email : undefined })
  await app.db.deleteFrom('person').where('email', '=', 'taken@library.example').execute()
  await aPerson(app, { email: 'taken@library.example' })

  const answer = await post(pathFor(sol), await signedIn(app, director), { email })

  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain(said)
  expect(text).toContain(`value="${email}"`)
  expect(await emailOf(sol)).toBe(sol.email)
})

test('a coordinator changes nobody’s address, and a director not their own without a link to it', async () => {
  const ada = await aPerson(app)
  const coordinator = await signedIn(app, await aPerson(app, { role: 'coordinator' }))
  const own = await signedIn(app, director)

  const answers = [
    await post(pathFor(ada), coordinator, { email: 'mine@elsewhere.example' }),
    await site.request(pathFor(ada), { headers: coordinator }),
    await post(pathFor(director), own, { email: 'mine@elsewhere.example' }),
    await site.request(pathFor(director), { headers: own }),
  ]

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect([await emailOf(ada), await emailOf(director)]).toEqual([ada.email, director.email])
  const seen = await (await site.request(`/office/people/${ada.id}`, { headers: coordinator })).text()
  expect(seen).not.toContain(pathFor(ada))
})

test('there is no address to change of someone who is not there', async () => {
  const answer = await post(pathFor({ id: 'nobody' }), await signedIn(app, director), {
    email: 'someone@library.example',
  })

  expect(answer.status).toBe(404)
})
