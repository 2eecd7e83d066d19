import { expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { queue } from '../../../../test/outbox/letters.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { makeLink, useLink } from '../../../platform/sign-in/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())

const post = (path: string, headers: Record<string, string>, fields: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const personOf = ({ id }: { id: string }) =>
  app.db
    .selectFrom('person')
    .select(['name', 'givenName', 'email', 'emailKey', 'locale', 'zone'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Where the link leads that was sent to an address last. */
async function linkTo(email: string): Promise<string> {
  const mails = await app.db.selectFrom('outbox').select('text').where('toAddress', '=', email).execute()
  return new URL(/http:\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '').pathname
}

test('my page asks a visitor to sign in first, and comes back to it', async () => {
  const answer = await site.request('/me')

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in?next=%2Fme'])
})

test('somebody corrects what we know of them, and the next page speaks their language', async () => {
  const ada = await aPerson(app)
  const headers = await signedIn(app, ada)

  const saved = await post('/me/settings', headers, {
    name: 'Ada O.',
    givenName: 'Ada',
    locale: 'es',
    zone: 'Africa/Lagos',
  })

  expect(saved.status).toBe(303)
  expect(await personOf(ada)).toEqual({
    name: 'Ada O.',
    givenName: 'Ada',
    email: ada.email,
    emailKey: ada.email,
    locale: 'es',
    zone: 'Africa/Lagos',
  })
  expect(await (await site.request('/me/settings', { headers })).text()).toContain('<html lang="es"')
})

test.each([
  ['an empty name', { name: ' ' }],
  ['a zone that is none', { zone: 'Africa/Atlantis' }],
  ['a language that is not ours', { locale: 'tlh' }],
  ['a role', { role: 'director' }],
])('%s is not taken', async (_name, slip) => {
  const ada = await aPerson(app)
  const before = await personOf(ada)

  const answer = await post('/me/settings', await signedIn(app, ada), {
    ...before,
    ...slip,
    email: '',
    emailKey: '',
  })
  const clean = { name: 'Ada', givenName: 'Ada', locale: 'en', zone: 'UTC', ...slip }
  const again = await post('/me/settings', await signedIn(app, ada), clean)

  expect([answer.status, again.status]).toEqual([422, 422])
  expect(await personOf(ada)).toEqual(before)
})

test('a new address is taken once its mail is answered, by a button, once, and the old address is told', async () => {
  const ada = await aPerson(app, { name: 'Ada Okafor', email: 'ada@old.example' })
  const headers = await signedIn(app, ada)
  await post('/me/email', headers, { email: 'Ada@new.example' })
  const { text } = await app.db.selectFrom('outbox').select('text').executeTakeFirstOrThrow()
  const path = new URL(/http:\S+/.exec(text)?.[0] ?? '').pathname

  const looked = await site.request(path, { headers })
  const before = await personOf(ada)
  const other = await post(path, await signedIn(app, await aPerson(app)))
  const done = await post(path, headers)
  const again = await post(path, headers)

  expect([looked.status, before.email, other.status, done.status, again.status]).toEqual([
    200,
    'ada@old.example',
    404,
    303,
    404,
  ])
  expect(await personOf(ada)).toMatchObject({ email: 'Ada@new.example', emailKey: 'ada@new.example' })
  expect(await queuedMail(app)).toEqual(
    expect.arrayContaining([
      {
        to: 'Ada@new.example',
        subject: 'Please confirm your new address for Mentoring network',
      },
      { to: 'ada@old.example', subject: 'Your address for Mentoring network was changed' },
    ]),
  )
})

test('with the address goes what waits to be sent; other sessions and links to the old address end, and the journal notes it', async () => {
  const ada = await aPerson(app, { name: 'Ada Okafor', email: 'ada@before.example' })
  const [headers, elsewhere] = [await signedIn(app, ada), await signedIn(app, ada)]
  const link = await makeLink(app, ada.id)
  await queue(app, { kind: 'introduction', personId: ada.id, to: 'ada@before.example' })
  await post('/me/email', headers, { email: 'ada@after.example' })
  const mail = await app.db
    .selectFrom('outbox')
    .select(['key', 'text'])
    .where('toAddress', '=', 'ada@after.example')
    .executeTakeFirstOrThrow()
  const path = new URL(/http:\S+/.exec(mail.text)?.[0] ?? '').pathname

  await post(path, headers)

  const waiting = await app.db
    .selectFrom('outbox')
    .select(['kind', 'toAddress'])
    .where('personId', '=', ada.id)
    .orderBy('kind')
    .execute()
  expect(waiting).toEqual([
    { kind: 'confirm-email', toAddress: 'ada@after.example' },
    { kind: 'email-changed', toAddress: 'ada@before.example' },
    { kind: 'introduction', toAddress: 'ada@after.example' },
  ])
  expect(path).not.toContain(mail.key.split(':')[1])
  expect((await site.request('/me', { headers })).status).toBe(200)
  expect((await site.request('/me', { headers: elsewhere })).status).toBe(303)
  expect((await useLink(app, link, new Headers())).outcome).toBe('refused')
  const noted = await app.db.selectFrom('journal').select(['act', 'actorId', 'subject']).execute()
  expect(noted).toContainEqual({ act: 'person.email-changed', actorId: ada.id, subject: ada.id })
  expect(JSON.stringify(noted)).not.toContain('example')
})

test('an address that somebody else has is asked for alike, and its owner is told', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app)]
  const headers = await signedIn(app, ada)

  const free = await post('/me/email', headers, { email: 'nobody@library.example' })
  const taken = await post('/me/email', headers, { email: sol.email.toUpperCase() })

  const said = ({ status, headers: sent }: Response) => [status, sent.get('Location')]
  expect(said(taken)).toEqual(said(free))
  expect((await site.request('/me/settings', { headers })).status).toBe(200)
  const mails = await app.db
    .selectFrom('outbox')
    .select(['kind', 'toAddress', 'text', 'personId'])
    .where('personId', '=', sol.id)
    .execute()
  expect(mails.map(({ kind, toAddress }) => [kind, toAddress])).toEqual([['email-wanted', sol.email]])
  expect(mails[0]?.text).toContain('The address stays yours, and nothing has changed.')
  expect(mails[0]?.text).not.toMatch(/me\/email|take-back/)
  expect((await personOf(ada)).email).toBe(ada.email)
})

test('an address that somebody else got in the meantime is not taken', async () => {
  const ada = await aPerson(app)
  const headers = await signedIn(app, ada)
  await post('/me/email', headers, { email: 'soon@library.example' })
  const path = await linkTo('soon@library.example')
  await aPerson(app, { email: 'soon@library.example' })

  const answer = await post(path, headers)

  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/me/email'])
  expect((await personOf(ada)).email).toBe(ada.email)
})

test('the present address is no new one, and what was typed is shown again', async () => {
  const ada = await aPerson(app)

  const answer = await post('/me/email', await signedIn(app, ada), { email: ada.email })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('This is the address already.')
})

test('nobody asks for more than five new addresses in half an hour, free or taken', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app)]
  const headers = await signedIn(app, ada)
  const ask = async (email: string) => (await post('/me/email', headers, { email })).status

  const asked = []
  for (const at of [1, 2, 3, 4, 5]) asked.push(await ask(`flood${at}@library.example`))
  const sixth = [await ask('flood6@library.example'), await ask(sol.email)]

  expect([asked, sixth]).toEqual([Array(5).fill(303), [429, 429]])
})

test('mail about topics can be left and joined again', async () => {
  const ada = await aPerson(app)
  const headers = await signedIn(app, ada)
  const stops = () => app.db.selectFrom('mailStop').select('list').where('personId', '=', ada.id).execute()

  await post('/me/mail', headers, { topics: 'no' })
  await post('/me/mail', headers, { topics: 'no' })
  const left = await stops()
  await post('/me/mail', headers, { topics: 'yes' })

  expect([left, await stops()]).toEqual([[{ list: 'topics' }], []])
})

test('sessions are listed, and ended one by one or all but this one; those of others are not there', async () => {
  const [ada, sol] = [await aPerson(app), await aPerson(app)]
  const [here, phone, library] = [
    await signedIn(app, ada),
    await signedIn(app, ada),
    await signedIn(app, ada),
  ]
  const foreign = await signedIn(app, sol)
  const rows = await app.db.selectFrom('session').select(['id', 'personId']).orderBy('id').execute()
  const sols = rows.find(({ personId }) => personId === sol.id)?.id ?? ''
  const stays = async (headers: Record<string, string>) =>
    (await site.request('/me/settings', { headers })).status === 200

  const page = await (await site.request('/me/settings', { headers: here })).text()
  await post(`/me/sessions/${sols}/end`, here)
  const kept = await stays(foreign)
  await post('/me/sessions/end-others', here)

  expect(page.match(/\/me\/sessions\/[0-9a-f-]{36}\/end/g)?.length).toBe(2)
  expect(kept).toBe(true)
  expect([await stays(here), await stays(phone), await stays(library)]).toEqual([true, false, false])
})
