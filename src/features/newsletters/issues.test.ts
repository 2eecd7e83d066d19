import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { testApp } from '../../../test/harness.ts'
import { signedIn } from '../../../test/signed-in.ts'
import { drainOutbox, suppress } from '../../platform/mail/index.ts'
import { Conflict, Forbidden } from '../../platform/refusals.ts'
import { buildAssets } from '../../web/assets.ts'
import { createSite } from '../../web/site.tsx'
import { aBrowser } from '../calls/browser.builder.ts'
import { callBackIssue, decideIssue, testIssue, turnIssue } from './actions/deciding.ts'
import { tellOfNews } from './actions/news.ts'
import { sendDueIssues } from './actions/sending.ts'
import { addPosts, beginIssue, saveIssueText, setAudience } from './actions/writing.ts'
import { aPost, aSubscriber, toldOf } from './newsletter.builder.ts'
import { issueById } from './queries/issues.ts'
import { readersOf, rehearsalOf } from './queries/readers.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const site = createSite(app, await buildAssets())
const editor = await aPerson(app, { name: 'Vera Lind', role: 'editor' })
const coordinator = await aPerson(app, { role: 'coordinator' })
const browser = (headers = {}) => aBrowser(site, app.origin, headers)

beforeEach(async () => {
  app.at('2016-03-01T12:00:00Z')
  for (const table of [
    'outbox',
    'issue',
    'mailCampaign',
    'subscriber',
    'suppression',
    'newsPost',
    'post',
  ] as const)
    await app.db.deleteFrom(table).execute()
})

const revisionOf = async (id: string) => (await issueById(app.db, editor, id, app.now())).revision

/** An issue in some languages, with some posts; a post that is to come comes out at noon of its day in March. */
async function anIssue(locales: string[], posts: string[]): Promise<string> {
  const id = await beginIssue(app, editor)
  const ids: string[] = []
  for (const slug of posts) ids.push(await aPost(app, slug, '2016-02-29T12:00:00Z'))
  await addPosts(app, editor, id, ids)
  for (const locale of locales) {
    const text = { locale, subject: `News ${locale}`, preview: '', welcome: 'Hello, **all**.' }
    await saveIssueText(app, editor, id, { ...text, revision: await revisionOf(id) })
  }
  return id
}

const decide = async (id: string, sendAt: Date | null = null) =>
  decideIssue(app, editor, id, { sendAt, revision: await revisionOf(id) })
const subjects = async () =>
  Object.fromEntries(
    (
      await app.db
        .selectFrom('outbox')
        .select(['toAddress', 'subject'])
        .where('kind', '=', 'issue')
        .orderBy('toAddress')
        .execute()
    ).map(({ toAddress, subject }) => [toAddress.replace(/@.*/, ''), subject]),
  )

test('an issue goes to those who were on the list when it was decided, once, each in their language or the first', async () => {
  await aSubscriber(app, 'ada')
  await aSubscriber(app, 'eva', { locale: 'es', rhythm: 'month' })
  await aSubscriber(app, 'nur', { locale: 'ar' })
  const bo = await aSubscriber(app, 'bo')
  const id = await anIssue(['es', 'en'], ['desk', 'shelf'])

  const count = await decide(id, new Date('2016-03-02T06:00:00Z'))
  await aSubscriber(app, 'late')
  await app.db.updateTable('subscriber').set({ leftAt: app.now() }).where('id', '=', bo).execute()
  const early = await sendDueIssues(app)
  app.at('2016-03-02T06:00:00Z')
  const sent = [await sendDueIssues(app), await sendDueIssues(app)]

  expect({ count, early, sent }).toEqual({ count: 4, early: 0, sent: [3, 0] })
  expect(await subjects()).toEqual({ ada: 'News en', eva: 'News es', nur: 'News es' })
  expect(await toldOf(app, 'issue')).toMatchObject({ ada: [['desk', 'shelf']] })
  expect(await issueById(app.db, editor, id, app.now())).toMatchObject({
    ...{ number: 1, begunAt: app.now(), queuedAt: app.now(), recipientCount: 4 },
  })
})

test('the rehearsal says who would get it and who not, and why', async () => {
  await aSubscriber(app, 'ada')
  await aSubscriber(app, 'eva', { locale: 'es', rhythm: 'month' })
  const paused = await aSubscriber(app, 'paused')
  await app.db
    .updateTable('subscription')
    .set({ pausedAt: app.now() })
    .where('subscriberId', '=', paused)
    .execute()
  await aSubscriber(app, 'gone', { rhythm: 'month' })
  await suppress(app, app.db, 'gone@library.example', 'bounce')
  const id = await anIssue(['en'], ['desk'])
  const rehearsed = async () =>
    rehearsalOf(await readersOf(app, app.db, await issueById(app.db, editor, id, app.now())))

  const all = await rehearsed()
  await setAudience(app, editor, id, 'digests')
  const digests = await rehearsed()

  expect(all).toEqual({
    ...{ count: 2, locales: [{ locale: 'en', count: 2 }], strangers: 1 },
    others: expect.arrayContaining([
      { verdict: 'paused', count: 1 },
      { verdict: 'unreachable', count: 1 },
    ]),
  })
  expect(digests.count).toBe(1)
  expect(digests.others).toContainEqual({ verdict: 'each', count: 1 })
})

test('what is withdrawn when it leaves is left out, and a digest does not tell its readers of its posts again', async () => {
  await aSubscriber(app, 'eva', { rhythm: 'month' })
  await aSubscriber(app, 'sol', { rhythm: 'month' })
  const id = await anIssue(['en'], ['desk', 'shelf'])
  await aPost(app, 'other', '2016-03-01T10:00:00Z')
  await tellOfNews(app)
  await decide(id)
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'shelf').execute()
  await app.db
    .deleteFrom('issueRecipient')
    .where('subscriberId', 'in', (eb) =>
      eb.selectFrom('subscriber').select('id').where('email', 'like', 'sol%'),
    )
    .execute()
  await sendDueIssues(app)

  app.at('2016-04-01T06:00:00Z')
  await tellOfNews(app)

  expect(await toldOf(app, 'issue')).toEqual({ eva: [['desk']] })
  expect(await toldOf(app)).toEqual({ eva: [['other']], sol: [['other', 'desk']] })
})

test('stopped half-way, what has not left waits, and goes when it is resumed', async () => {
  await aSubscriber(app, 'ada')
  await aSubscriber(app, 'bo')
  const id = await anIssue(['en'], ['desk'])
  await decide(id)
  await turnIssue(app, editor, id, 'stopped')
  const stopped = await sendDueIssues(app)
  await turnIssue(app, editor, id, 'resumed')
  await sendDueIssues(app)
  await turnIssue(app, editor, id, 'stopped')
  const held = await drainOutbox(app)

  await turnIssue(app, editor, id, 'resumed')
  const sent = await drainOutbox(app)

  expect({ stopped, held: held.sent, sent: sent.sent }).toEqual({ stopped: 0, held: 0, sent: 2 })
})

test('a decision is taken back until it leaves; decided, nothing in it changes; unseen changes are not decided on', async () => {
  await aSubscriber(app, 'ada')
  const id = await anIssue(['en'], ['desk'])
  const revision = await revisionOf(id)
  await setAudience(app, editor, id, 'digests')
  await setAudience(app, editor, id, 'all')
  const unseen = decideIssue(app, editor, id, { sendAt: null, revision })
  await expect(unseen).rejects.toEqual(new Conflict('issue-changed'))
  await decide(id)
  await expect(setAudience(app, editor, id, 'all')).rejects.toEqual(new Conflict('issue-decided'))
  await callBackIssue(app, editor, id)
  await decide(id)
  await sendDueIssues(app)

  await expect(callBackIssue(app, editor, id)).rejects.toEqual(new Conflict('issue-has-begun'))
  await expect(beginIssue(app, coordinator)).rejects.toBeInstanceOf(Forbidden)
  expect(await subjects()).toEqual({ ada: 'News en' })
})

test('an issue is decided once, and called back once, by a button that is pressed twice', async () => {
  await aSubscriber(app, 'ada')
  const id = await anIssue(['en'], ['desk'])
  const revision = await revisionOf(id)
  const press = () => decideIssue(app, editor, id, { sendAt: null, revision })

  const decided = [await press(), await press()]
  await callBackIssue(app, editor, id)
  await callBackIssue(app, editor, id)

  expect(decided).toEqual([1, 1])
  app.at(new Date(app.now().getTime() + 120_000).toISOString())
  await expect(callBackIssue(app, editor, id)).rejects.toEqual(new Conflict('issue-not-decided'))
})

test('an issue that says nothing is not sent, nor one for nobody', async () => {
  const empty = await beginIssue(app, editor)
  const forNobody = await anIssue(['en'], ['desk'])

  await expect(decide(empty)).rejects.toEqual(new Conflict('issue-unready'))
  await expect(decide(forNobody)).rejects.toEqual(new Conflict('nobody-to-send-to'))
})

test('an editor gets it alone first, on no list; an issue stays below what mail programs show whole', async () => {
  const id = await anIssue(
    ['ar'],
    Array.from({ length: 20 }, (_, index) => `post-${index}`),
  )

  await testIssue(app, editor, id, 'ar')

  const [mail] = await app.db.selectFrom('outbox').selectAll().where('toAddress', '=', editor.email).execute()
  expect(mail).toMatchObject({ list: null, campaignId: null, personId: editor.id, subject: 'News ar' })
  expect(Buffer.byteLength(`${mail?.html}${mail?.text}`)).toBeLessThan(60_000)
  expect(mail?.html).toContain('<strong>all</strong>')
  expect(mail?.text).toContain('الرسالة التجريبية')
  expect(mail?.text).not.toContain('/subscriptions/')
})

test('an editor composes an issue in the office by buttons alone; then everyone reads it, without anybody’s key', async () => {
  await aSubscriber(app, 'ada')
  const [desk, shelf] = [await aPost(app, 'desk', app.now()), await aPost(app, 'shelf', app.now())]
  const own = browser(await signedIn(app, editor))
  const path = (await own.send('/office/newsletters/begin', {})).headers.get('Location') ?? ''
  const id = path.split('/').at(-1) ?? ''
  const fresh = await own.read(`${path}/texts/en`)
  const [, revision = ''] = /name="revision" value="(\d+)"/.exec(fresh) ?? []
  const bad = await own.send(`${path}/texts/en`, { subject: '', preview: '', welcome: 'Kept.', revision })
  await own.send(`${path}/texts/en`, {
    subject: 'What we read',
    preview: 'Two posts',
    welcome: 'Hi.',
    revision,
  })
  await addPosts(app, editor, id, [desk, shelf])
  await own.send(`${path}/move`, { postId: shelf, to: 'up' })
  const [, seen = ''] = /name="revision" value="(\d+)"/.exec(await own.read(`${path}/send`)) ?? []
  await own.send(`${path}/send`, { at: '', revision: seen })
  const before = await browser().ask('/newsletter/1')
  await sendDueIssues(app)

  const page = await browser().read('/newsletter/1/en')
  expect(bad.status).toBe(422)
  expect(await bad.text()).toContain('Kept.')
  expect(before.status).toBe(404)
  expect(page).toMatch(/What we read.*Post shelf.*Post desk/s)
  expect(page).not.toMatch(/subscriptions\/|unsubscribe\//)
  expect(await browser().read('/newsletter')).toContain('What we read')
  expect((await browser().ask('/newsletter/1/es')).status).toBe(404)
  expect(await browser().read('/newsletter/sitemap.xml')).toContain('/newsletter/1/en</loc>')
  expect(await own.read(path)).toContain('/newsletter/1')
})

test('an issue that is begun twice by one form is there once', async () => {
  const once = crypto.randomUUID()

  const [first, again] = await Promise.all([beginIssue(app, editor, once), beginIssue(app, editor, once)])

  expect(again).toBe(first)
})
