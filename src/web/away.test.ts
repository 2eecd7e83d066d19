import { afterAll, beforeEach, expect, test } from 'vitest'
import { aPerson, aRound } from '../../test/builders.ts'
import { testApp } from '../../test/harness.ts'
import { until } from '../../test/outbox/until.ts'
import { aWire } from '../../test/severed.ts'
import { signedIn } from '../../test/signed-in.ts'
import { connect } from '../db/index.ts'
import { all } from '../features/all.ts'
import { router } from '../features/people/index.ts'
import { preferenceCookie } from '../platform/caching.ts'
import { typedIn } from '../platform/forms.ts'
import { buildAssets } from './assets.ts'
import { createSite } from './site.tsx'

const base = await testApp('2016-01-20T12:00:00Z')
const wire = await aWire(base.config.databaseUrl ?? '')
const app = { ...base, db: connect(wire.url, { connections: 4 }) }
afterAll(() => app.db.destroy())

/** A change that writes, and is cut off from the database before it has finished. */
const interrupted = router()
interrupted.post('/interrupted', async (c) => {
  await typedIn(c)
  await c.var.app.db.transaction().execute(async (tx) => {
    await tx.insertInto('setting').values({ key: 'half', value: '"written"', changedAt: app.now() }).execute()
    await wire.cut()
    await tx.selectFrom('setting').select('key').execute()
  })
  return c.text('done')
})
const site = createSite(app, await buildAssets(), [...all, { name: 'interrupted', routes: interrupted }])

const post = (path: string, body = 'email=ada@library.example', headers: Record<string, string> = {}) =>
  site.request(path, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Site': 'same-origin',
      ...headers,
    },
  })
/** For whoever is signed in the database is asked at once whether anything changed; for others ten times a second. */
const learnOfChanges = async (path: string) =>
  site.request(path, { headers: await signedIn(base, await aPerson(base)) })
const said = async (answer: Response) => [answer.status, answer.headers.get('Retry-After')]

beforeEach(async () => {
  await wire.mend()
  await until(() =>
    app.db
      .selectFrom('setting')
      .select('key')
      .execute()
      .then(
        () => true,
        () => false,
      ),
  )
})

test('a database that dies within a change leaves nothing of it, and its sender reads when to come back', async () => {
  const answer = await post('/interrupted?step=2', 'email=ada%40library.example&topics[]=one&topics[]=<two>')
  const page = await answer.text()
  await wire.mend()
  const left = await base.db.selectFrom('setting').where('key', '=', 'half').select('key').execute()

  expect(await said(answer)).toEqual([503, '10'])
  expect(left).toEqual([])
  expect(page).toContain('cannot say whether this was saved. What you typed is kept on this page.')
  expect(page).toContain('method="post" action="/interrupted?step=2"')
  expect(page.match(/<input type="hidden" name="(email|topics)[^>]*>/g)).toEqual([
    '<input type="hidden" name="email" value="ada@library.example"/>',
    '<input type="hidden" name="topics[]" value="one"/>',
    '<input type="hidden" name="topics[]" value="&lt;two&gt;"/>',
  ])
})

test('what is said meanwhile is in the language and the colours that its reader has chosen', async () => {
  await wire.cut()

  const answer = await site.request('/nowhere', {
    headers: { 'Accept-Language': 'en', Cookie: `${preferenceCookie(app.config.isDevelopment)}=fr.dark` },
  })

  expect(await said(answer)).toEqual([503, '10'])
  expect(await answer.text()).toContain('<html lang="fr" dir="ltr" data-theme="dark">')
})

test('a form that another site sent meanwhile is not put into anyone’s hand to send it as their own', async () => {
  await wire.cut()

  const answer = await post('/sign-in', 'email=ada%40library.example', { 'Sec-Fetch-Site': 'cross-site' })
  const page = await answer.text()

  expect(await said(answer)).toEqual([503, '10'])
  expect(page).toContain('cannot say whether this was saved. Go back in your browser')
  expect(page).not.toContain('ada@library.example')
})

test.each([
  ['signing in', () => post('/sign-in')],
  ['using a link', () => post('/sign-in/link/secret', 'next=')],
  ['a page that nobody has read', () => site.request('/rounds/2019A')],
])('%s is put off while no database answers', async (_name, ask) => {
  await wire.cut()

  expect(await said(await ask())).toEqual([503, '10'])
})

test('someone who is signed in is not taken for a stranger meanwhile', async () => {
  const headers = await signedIn(base, await aPerson(base, { role: 'coordinator' }))
  await wire.cut()

  expect(await said(await site.request('/office', { headers }))).toEqual([503, '10'])
})

test('public pages that were read before are still read, and come back to life with the database', async () => {
  await aRound(base, { code: '2016A' })
  const paths = ['/', '/rounds', '/rounds/2016A', '/robots.txt', '/.well-known/tdmrep.json']
  const read = () =>
    Promise.all(
      paths.map(async (path) => {
        const answer = await site.request(path)
        return [path, answer.status, await answer.text(), answer.headers.get('Cache-Status')]
      }),
    )
  const asBefore = (seen: Awaited<ReturnType<typeof read>>) => seen.map((one) => one.slice(0, 3))
  const before = await read()
  await wire.cut()
  // The database is asked ten times a second: until the next time nobody knows that it has gone.
  await until(async () => (await read()).every(([, , , state]) => state))
  const meanwhile = await read()
  const health = await Promise.all(
    ['/healthz', '/readyz'].map(async (path) => (await site.request(path)).status),
  )
  await wire.mend()
  await until(async () => (await site.request('/rounds/2019A')).status === 404)

  expect(before.map(([, status]) => status)).toEqual(paths.map(() => 200))
  expect(asBefore(meanwhile)).toEqual(asBefore(before))
  expect(meanwhile.map(([, , , state]) => state)).toEqual(
    paths.map(() => 'twinleaf; hit; detail=no-database'),
  )
  expect(health).toEqual([200, 503])
})

test('a site that has never read which machines are welcome does not guess', async () => {
  await wire.cut()
  const begun = { ...base, db: connect(wire.url, { connections: 1 }) }
  const answer = await createSite(begun, await buildAssets()).request('/robots.txt')
  await begun.db.destroy()

  expect(await said(answer)).toEqual([503, '10'])
})

test('a page is not sent from before something public changed, for it may have gone', async () => {
  await aRound(base, { code: '2017A' })
  await aRound(base, { code: '2018A' })
  for (const code of ['2017A', '2018A']) await site.request(`/rounds/${code}`)
  await base.db.updateTable('round').set({ title: 'Another' }).where('code', '=', '2017A').execute()
  await learnOfChanges('/rounds/2018A')
  await site.request('/rounds/2018A')
  await wire.cut()

  expect((await site.request('/rounds/2018A')).status).toBe(200)
  expect(await said(await site.request('/rounds/2017A'))).toEqual([503, '10'])
})

test('a comment that was removed does not come back either', async () => {
  const at = base.now()
  const { id: authorId } = await aPerson(base, { role: 'editor' })
  const { id: postId } = await base.db
    .insertInto('post')
    .values({
      ...{ slug: 'said', title: 'A post', summary: 'About it.', body: 'A text.', byline: 'Ada', authorId },
      ...{ publishAt: at, createdAt: at, updatedAt: at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await base.db
    .insertInto('comment')
    .values({
      ...{ postId, name: 'Eve', email: 'eve@library.example', locale: 'en', text: 'Her address is' },
      ...{ sentAt: at, state: 'shown', stateAt: at, score: 0, reasons: '[]' },
      ...{ onceHash: Buffer.from('once'), textHash: Buffer.from('text') },
    })
    .execute()
  await aRound(base, { code: '2014A' })
  const before = await (await site.request('/posts/said')).text()
  await base.db.updateTable('comment').set({ state: 'removed' }).where('postId', '=', postId).execute()
  await learnOfChanges('/rounds/2014A')
  await wire.cut()

  expect(before).toContain('Her address is')
  expect(await said(await site.request('/posts/said'))).toEqual([503, '10'])
})

test('a crowd of readers does not become a crowd at the door of the database', async () => {
  await wire.cut()
  const before = wire.tries()

  for (let round = 0; round < 50; round++) await site.request('/rounds/2019A')

  expect(wire.tries() - before).toBeLessThan(10)
})
