import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { signedIn } from '../../../../test/signed-in.ts'
import { makeLink, useLink } from '../../../platform/sign-in/index.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'

const app = await testApp()
const site = createSite(app, await buildAssets())
const own = { Origin: app.origin, 'Sec-Fetch-Site': 'same-origin' }
beforeEach(() => app.at('2016-02-20T12:00:00Z'))

const post = (path: string, headers: Record<string, string> = own, fields: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const look = async (path: string, headers: Record<string, string> = own) => {
  const answer = await site.request(path, { headers })
  return { status: answer.status, text: await answer.text() }
}
const emailOf = async ({ id }: { id: string }) =>
  (await app.db.selectFrom('person').select('email').where('id', '=', id).executeTakeFirstOrThrow()).email

/** The link of the last email of a kind to an address. */
async function linkTo(email: string, kind = 'email-changed'): Promise<string> {
  const mails = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('toAddress', '=', email)
    .where('kind', '=', kind)
    .execute()
  return new URL(/http:\S+/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '').pathname
}

async function change(headers: Record<string, string>, email: string): Promise<string> {
  await post('/me/email', headers, { email })
  const link = await linkTo(email, 'confirm-email')
  await post(link, headers)
  return link
}

test('looking changes nothing; the button gives the old address back, to someone who is not signed in', async () => {
  const ada = await aPerson(app, { email: 'ada@mine.example' })
  const thief = await signedIn(app, ada)
  await change(thief, 'thief@first.example')
  const link = await linkTo('ada@mine.example')

  const seen = await look(link)
  const before = await emailOf(ada)
  const done = await post(link)

  expect([seen.status, before]).toEqual([200, 'thief@first.example'])
  expect(seen.text).toContain('ada@mine.example')
  expect([done.status, done.headers.get('Location')]).toEqual([303, '/sign-in'])
  expect(await emailOf(ada)).toBe('ada@mine.example')
})

test('with the change go every session, the links to the new address and a second factor set up since; it is told and noted', async () => {
  const ada = await aPerson(app, { email: 'ada@all.example' })
  const thief = await signedIn(app, ada)
  await change(thief, 'thief@all.example')
  const later = await signedIn(app, ada)
  const signInLink = await makeLink(app, ada.id)
  const factor = { personId: ada.id, secret: 'x', backupCodes: 'x', verified: true }
  await app.db.insertInto('secondFactor').values(factor).execute()

  await post(await linkTo('ada@all.example'))

  const pages = [await look('/me', thief), await look('/me', later)]
  expect(pages.map(({ status }) => status)).toEqual([303, 303])
  expect((await useLink(app, signInLink, new Headers())).outcome).toBe('refused')
  const factors = await app.db.selectFrom('secondFactor').where('personId', '=', ada.id).selectAll().execute()
  expect(factors).toEqual([])
  const told = await app.db
    .selectFrom('outbox')
    .select('text')
    .where('toAddress', '=', 'thief@all.example')
    .where('kind', '=', 'email-changed')
    .execute()
  expect(told.map(({ text }) => text.includes('was taken back'))).toEqual([true])
  const noted = await app.db
    .selectFrom('journal')
    .select(['act', 'actorId', 'detail'])
    .where('subject', '=', ada.id)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  expect(noted).toEqual([{ act: 'person.email-taken-back', actorId: null, detail: { changes: 1 } }])
})

test('a second factor that was in force before the change stays', async () => {
  const ada = await aPerson(app, { email: 'ada@factor.example' })
  const headers = await signedIn(app, ada)
  const factor = { personId: ada.id, secret: 'mine', backupCodes: 'x', verified: true }
  await app.db.insertInto('secondFactor').values(factor).execute()
  await change(headers, 'thief@factor.example')

  await post(await linkTo('ada@factor.example'))

  const factors = await app.db
    .selectFrom('secondFactor')
    .where('personId', '=', ada.id)
    .select('secret')
    .execute()
  expect(factors).toEqual([{ secret: 'mine' }])
})

test('of several changes in a row the oldest takes all back, also after a later one was taken back', async () => {
  const ada = await aPerson(app, { email: 'ada@chain.example' })
  const thief = await signedIn(app, ada)
  await change(thief, 'one@chain.example')
  await change(thief, 'two@chain.example')
  const [first, second] = [await linkTo('ada@chain.example'), await linkTo('one@chain.example')]

  await post(second)
  const middle = await emailOf(ada)
  await change(await signedIn(app, ada), 'three@chain.example')
  const third = await linkTo('one@chain.example')
  const won = await post(first)
  const again = [await post(third), await post(second), await post(first)]

  expect([middle, won.status, await emailOf(ada)]).toEqual(['one@chain.example', 303, 'ada@chain.example'])
  expect(again.map(({ status }) => status)).toEqual([410, 410, 410])
})

test('a link works once, for three days, and says kindly when it does not', async () => {
  const [ada, sol] = [
    await aPerson(app, { email: 'ada@late.example' }),
    await aPerson(app, { email: 'sol@late.example' }),
  ]
  await change(await signedIn(app, ada), 'ada@new.example')
  await change(await signedIn(app, sol), 'sol@new.example')
  const [used, late] = [await linkTo('ada@late.example'), await linkTo('sol@late.example')]

  app.at('2016-02-23T12:00:00Z')
  const intime = await post(used)
  app.at('2016-02-23T12:00:01Z')
  const looks = [await look(used), await look(late), await look('/take-back/invented')]
  const tries = [await post(used), await post(late), await post('/take-back/invented')]

  expect(intime.status).toBe(303)
  expect(looks.map(({ status }) => status)).toEqual([410, 410, 404])
  expect(looks[0]?.text).toContain('This change has been taken back already.')
  expect(looks[1]?.text).toContain('more than three days have passed')
  expect(looks[2]?.text).toContain('This link no longer works.')
  expect(tries.map(({ status }) => status)).toEqual([410, 410, 404])
  expect([await emailOf(ada), await emailOf(sol)]).toEqual(['ada@late.example', 'sol@new.example'])
})

test('two tabs that press at once take it back once', async () => {
  const ada = await aPerson(app, { email: 'ada@tabs.example' })
  await change(await signedIn(app, ada), 'thief@tabs.example')
  const link = await linkTo('ada@tabs.example')

  const answers = await Promise.all([post(link), post(link)])

  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  expect(await emailOf(ada)).toBe('ada@tabs.example')
})

test('the link that confirmed the address does not confirm it again after it was taken back', async () => {
  const ada = await aPerson(app, { email: 'ada@replay.example' })
  const confirmed = await change(await signedIn(app, ada), 'thief@replay.example')
  await post(await linkTo('ada@replay.example'))

  const again = await post(confirmed, await signedIn(app, ada))

  expect([again.status, await emailOf(ada)]).toEqual([404, 'ada@replay.example'])
})

test('an address that another account has by now is not taken from it, and nothing has changed', async () => {
  const ada = await aPerson(app, { email: 'ada@gone.example' })
  const headers = await signedIn(app, ada)
  await change(headers, 'ada@other.example')
  const link = await linkTo('ada@gone.example')
  await aPerson(app, { email: 'ada@gone.example' })

  const answer = await post(link)

  expect([answer.status, await emailOf(ada)]).toEqual([409, 'ada@other.example'])
  expect((await look(link)).status).toBe(200)
  expect((await look('/me', headers)).status).toBe(200)
})

test('a page of another site cannot press the button', async () => {
  const ada = await aPerson(app, { email: 'ada@cross.example' })
  await change(await signedIn(app, ada), 'new@cross.example')
  const link = await linkTo('ada@cross.example')

  const answer = await post(link, { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' })

  expect([answer.status, await emailOf(ada)]).toEqual([403, 'new@cross.example'])
})
