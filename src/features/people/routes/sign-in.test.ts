import { afterEach, beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../../test/builders.ts'
import { queuedMail, testApp } from '../../../../test/harness.ts'
import { buildAssets } from '../../../web/assets.ts'
import { createSite } from '../../../web/site.tsx'
import { answerRequest } from '../actions/answer-request.ts'

const start = '2016-02-20T12:00:00Z'
const app = await testApp(start)
const site = createSite(app, await buildAssets())
const fromUs = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }

beforeEach(() => app.at(start))
afterEach(async () => {
  await app.db.deleteFrom('outbox').execute()
  await app.db.deleteFrom('signInRequest').execute()
})

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...fromUs, ...headers },
  })

/** The link in the one mail that waits. */
async function mailedLink(): Promise<string> {
  await app.runJobs()
  const { text } = await app.db.selectFrom('outbox').select('text').executeTakeFirstOrThrow()
  const url = new URL(/http:\S+/.exec(text)?.[0] ?? '')
  return url.pathname + url.search
}

const cookieOf = (answer: Response) => (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''

test('somebody we know gets one mail, and its button signs them in and takes them where they wanted to go', async () => {
  const ada = await aPerson(app, { name: 'Ada Okafor', role: 'editor' })
  const sent = await post('/sign-in', { email: ` ${ada.email.toUpperCase()} `, next: '/office/topics?x=1' })
  const link = await mailedLink()
  const looked = await site.request(link)
  await site.request(link)

  const used = await post(link.split('?')[0] ?? '', { next: '/office/topics?x=1' })
  const onward = await site.request(used.headers.get('Location') ?? '', {
    headers: { Cookie: cookieOf(used) },
  })

  expect([sent.status, sent.headers.get('Location')]).toEqual([303, '/sign-in/sent'])
  expect(await queuedMail(app)).toEqual([
    { to: ada.email, subject: 'Your link to sign in to Mentoring network' },
  ])
  expect([looked.status, looked.headers.get('Referrer-Policy'), looked.headers.get('Cache-Control')]).toEqual(
    [200, 'no-referrer', 'no-store'],
  )
  expect([onward.status, onward.headers.get('Location')]).toEqual([303, '/office/topics?x=1'])
})

test('a link that was used leads to a new one', async () => {
  const ada = await aPerson(app)
  await post('/sign-in', { email: ada.email, next: '' })
  const link = await mailedLink()
  await post(link, {})

  const again = await post(link, {})

  expect([again.status, again.headers.get('Set-Cookie')]).toEqual([422, null])
  expect(await again.text()).toContain('This link no longer works')
})

test('the answer to a stranger, and to somebody who is disabled, is the one to a friend; no mail is written', async () => {
  const gone = await aPerson(app, { name: 'Gone' })
  const known = await aPerson(app, { name: 'Known' })
  await app.db.updateTable('person').set({ disabledAt: app.now() }).where('id', '=', gone.id).execute()

  const answers = await Promise.all(
    [known.email, gone.email, 'nobody@nowhere.example'].map(async (email) => {
      const answer = await post('/sign-in', { email, next: '' })
      return [
        answer.status,
        answer.headers.get('Location'),
        await answer.text(),
        answer.headers.get('Set-Cookie'),
      ]
    }),
  )
  await app.runJobs()

  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect((await queuedMail(app)).map(({ to }) => to)).toEqual([known.email])
})

test('an address written in another way reaches the same person, at the address they gave', async () => {
  await aPerson(app, { email: 'ada.okafor@gmail.com' })
  await app.db
    .updateTable('person')
    .set({ emailKey: 'adaokafor@gmail.com' })
    .where('email', '=', 'ada.okafor@gmail.com')
    .execute()

  await post('/sign-in', { email: 'Ada.Okafor+net@googlemail.com', next: '' })
  await app.runJobs()

  expect((await queuedMail(app)).map(({ to }) => to)).toEqual(['ada.okafor@gmail.com'])
})

test('one mailbox gets five links in half an hour, known or not', async () => {
  const ada = await aPerson(app)
  const ask = async (email: string) => {
    const answer = await post('/sign-in', { email, next: '' })
    return [answer.status, answer.headers.get('Retry-After')]
  }
  const five = Array.from({ length: 5 }, (_, index) => index)
  for (const minute of five) {
    app.at(`2016-02-20T12:0${minute}:00Z`)
    expect(await ask(ada.email)).toEqual([303, null])
    expect(await ask('nobody@nowhere.example')).toEqual([303, null])
  }

  const sixth = [await ask(ada.email), await ask('nobody@nowhere.example')]
  app.at('2016-02-20T12:30:00Z')
  const later = await ask(ada.email)

  expect(sixth).toEqual([
    [429, '1560'],
    [429, '1560'],
  ])
  expect(later).toEqual([303, null])
})

test('one network gets twenty-five links in five minutes, even all at once', async () => {
  const asked = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      post('/sign-in', { email: `reader${index}@library.example`, next: '' }),
    ),
  )

  const statuses = asked.map(({ status }) => status)

  expect([
    statuses.filter((status) => status === 303).length,
    statuses.filter((status) => status === 429).length,
  ]).toEqual([25, 5])
})

test.each([
  ['https://evil.example/', ''],
  ['//evil.example', ''],
  ['/\\evil.example', ''],
  ['javascript:alert(1)', ''],
  ['/rounds?a=b', '/rounds?a=b'],
])('a wish to go on to %s', async (next, kept) => {
  const page = await (await site.request(`/sign-in?next=${encodeURIComponent(next)}`)).text()

  expect(/name="next" value="([^"]*)"/.exec(page)?.[1]).toBe(kept === '' ? '/' : kept)
})

test('a slip in the address is said beside the field, which keeps what was typed', async () => {
  const answer = await post('/sign-in', { email: 'ada@library', next: '/rounds' })

  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('value="ada@library"')
  expect(page).toContain('This does not look like an email address.')
  expect(page).toContain('name="next" value="/rounds"')
})

test('a field that is not ours, such as a role, is refused', async () => {
  const answer = await post('/sign-in', { email: 'ada@library.example', next: '', role: 'director' })

  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('a field that we do not know')
})

test('signing out ends the session and clears the browser', async () => {
  const ada = await aPerson(app)
  await post('/sign-in', { email: ada.email, next: '' })
  const cookie = cookieOf(await post(await mailedLink(), {}))

  const out = await post('/sign-out', {}, { Cookie: cookie })

  expect([out.status, out.headers.get('Clear-Site-Data')]).toEqual([303, '"cache", "storage"'])
  expect(await app.db.selectFrom('session').where('personId', '=', ada.id).selectAll().execute()).toEqual([])
})

test('the page of a link says when and with what it was asked for, to anyone but a stranger’s guess', async () => {
  const ada = await aPerson(app, { zone: 'Africa/Lagos' })
  const agent = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0'
  await post('/sign-in', { email: ada.email }, { 'User-Agent': agent })
  const link = await mailedLink()

  const page = await (await site.request(link)).text()
  const guess = await (await site.request('/sign-in/link/guessed')).text()

  expect(page).toContain('Firefox on Windows')
  expect(page).toContain('20 February 2016 at 13:00')
  expect(guess).not.toContain('Asked for')
})

test('of two links that are asked for at the same moment one signs in', async () => {
  const ada = await aPerson(app)
  await Promise.all([post('/sign-in', { email: ada.email }), post('/sign-in', { email: ada.email })])
  const requests = await app.db.selectFrom('signInRequest').select('id').execute()

  await Promise.all(requests.map(({ id }) => answerRequest(app, id)))
  await Promise.all(requests.map(({ id }) => answerRequest(app, id)))

  const mails = await app.db.selectFrom('outbox').select('text').execute()
  const links = mails.map(({ text }) => new URL(/http:\S+/.exec(text)?.[0] ?? '').pathname)
  const statuses = []
  for (const link of links) statuses.push((await post(link, { next: '' })).status)
  expect(statuses.sort()).toEqual([303, 422])
  await app.runJobs()
  expect((await app.db.selectFrom('outbox').select('id').execute()).length).toBe(2)
})
