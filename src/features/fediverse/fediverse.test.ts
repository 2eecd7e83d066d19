import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { aPerson } from '../../../test/builders.ts'
import { siteAsking } from '../../../test/fediverse/site.ts'
import { testApp } from '../../../test/harness.ts'
import { locales } from '../../platform/words.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { decideComments } from '../comments/index.ts'
import { visitor } from '../people/index.ts'
import { block, unblock } from './actions/blocking.ts'
import { turnOff, turnOn } from './actions/channels.ts'
import { deliverDue } from './actions/delivering.ts'
import { tellFollowers } from './actions/telling.ts'
import { anElsewhere, type How } from './elsewhere.builder.ts'
import { channelPath, notePath, sharedInboxPath } from './paths.ts'
import { overview } from './queries/office.ts'

const app = await testApp('2016-03-01T12:00:00Z', { BASE_URL: 'https://network.example' })
const glammr = anElsewhere(app.origin, { now: app.now })
const site = await siteAsking(app, glammr.ask)
const director = await aPerson(app, { role: 'director' })
const editor = await aPerson(app, { role: 'editor' })
const blog = app.origin + channelPath('blog')
const json = { Accept: 'application/activity+json' }

async function get(path: string, headers: Record<string, string> = json) {
  const answer = await site.request(path, { headers: { Host: 'network.example', ...headers } })
  const text = await answer.text()
  return { status: answer.status, said: text.startsWith('{') ? JSON.parse(text) : text }
}
const knock = async (message: object, how?: How) =>
  (await site.request(await glammr.sign(sharedInboxPath, message, how))).status
/** What the clock does each minute, but for what it does for others. */
async function minute() {
  await tellFollowers(app)
  await deliverDue(app, glammr.ask)
  return glammr.got.splice(0)
}
const followers = async () => (await get(`${channelPath('blog')}/followers`)).said.totalItems
const comments = () =>
  app.db
    .selectFrom('comment')
    .select(['id', 'number', 'revision', 'state', 'text', 'name', 'handle'])
    .orderBy('number')
    .execute()
const kinds = (got: Record<string, unknown>[]) => got.map(({ type }) => type)
const outcomes = async () =>
  (await app.db.selectFrom('fediverseMessage').select('outcome').orderBy('cameAt').execute()).map(
    ({ outcome }) => outcome,
  )

beforeEach(() => glammr.answer(202))

test('there is nothing to follow before a director says so, and nobody else can', async () => {
  const asked = [
    '/.well-known/webfinger?resource=acct:blog@network.example',
    channelPath('blog'),
    '/.well-known/nodeinfo',
  ]

  expect(await Promise.all(asked.map(async (path) => (await get(path)).status))).toEqual([404, 404, 404])
  expect(await knock(glammr.says('Follow', blog))).toBe(404)
  await expect(turnOn(app, editor, 'blog')).rejects.toThrow('not-allowed')
  await Promise.all([turnOn(app, director, 'blog'), turnOn(app, director, 'blog')])
  const [finger, channel] = [await get(asked[0] ?? ''), await get(channelPath('blog'))]
  expect(finger.said.links[0]).toEqual({ rel: 'self', type: 'application/activity+json', href: blog })
  expect(channel.said).toMatchObject({
    ...{
      id: blog,
      type: 'Service',
      preferredUsername: 'blog',

      attributionDomains: ['network.example'],
    },
  })
  expect((await get(channelPath('blog'), { Accept: 'text/html' })).status).toBe(303)
  expect((await get('/fediverse/nodeinfo/2.1')).said.usage).toEqual({
    users: { total: 1 + locales.length },
    localPosts: 0,
  })
})

test('a follow is accepted once, counted, and ended by what takes that one back alone', async () => {
  const follow = glammr.says('Follow', blog)

  expect([await knock(follow), await knock(follow, { isNew: true })]).toEqual([202, 202])
  const [accept, ...more] = await minute()
  expect(accept).toMatchObject({
    type: 'Accept',
    actor: blog,
    object: { id: follow.id, actor: glammr.address },
  })
  expect([more, await followers()]).toEqual([[], 1])
  expect(JSON.stringify((await get(`${channelPath('blog')}/followers`)).said)).not.toContain('ada')
  await knock(glammr.says('Undo', { id: 'https://glammr.example/activities/another', type: 'Follow' }))
  expect(await followers()).toBe(1)
  await knock(glammr.says('Undo', { ...follow }))
  expect(await followers()).toBe(0)
  await knock(glammr.says('Follow', blog))
  expect(kinds(await minute())).toEqual(['Accept'])
  expect(glammr.asked()).toBe(1)
})

let post = ''

test('followers hear of a post at its time, of what they read of it, and when it goes; once each', async () => {
  app.at('2016-03-01T13:00:00Z')
  await aPublishedPost(app, { slug: 'old', publishAt: new Date('2016-02-01T08:00:00Z') })
  post = await aPublishedPost(app, {
    ...{ slug: 'desks', title: 'Desks & chairs', summary: 'Where we work.', tags: ['open access'] },
    ...{ publishAt: new Date('2016-03-01T14:00:00Z'), updatedAt: new Date('2016-03-01T12:30:00Z') },
  })
  expect(await minute()).toEqual([])
  app.at('2016-03-01T14:00:30Z')
  const [create, ...more] = await minute()

  expect(more).toEqual([])
  expect(create).toMatchObject({
    ...{ type: 'Create', actor: blog },
    object: {
      ...{ id: app.origin + notePath(post), type: 'Note', attributedTo: blog },
      contentMap: { en: expect.stringContaining('<strong>Desks &amp; chairs</strong>') },
      tag: [{ type: 'Hashtag', name: '#OpenAccess', href: 'https://network.example/tags/open-access' }],
    },
  })
  expect(await minute()).toEqual([])
  await app.db
    .updateTable('post')
    .set({ body: 'Another text.', updatedAt: new Date('2016-03-01T14:05:00Z') })
    .where('id', '=', post)
    .execute()
  expect(await minute()).toEqual([])
  await app.db
    .updateTable('post')
    .set({ title: 'Desks', updatedAt: new Date('2016-03-01T14:06:00Z') })
    .where('id', '=', post)
    .execute()
  expect(await minute()).toMatchObject([{ type: 'Update', object: { id: app.origin + notePath(post) } }])
  const { said } = await get(`${channelPath('blog')}/outbox`)
  expect([said.totalItems, said.orderedItems[0].type]).toEqual([1, 'Create'])
  expect((await get('/posts/desks', { Accept: 'text/html' })).said).toContain(
    '<meta name="fediverse:creator" content="@blog@network.example"',
  )
})

test('an answer waits for an editor, waits again once it is changed, and goes when its writer takes it back', async () => {
  const note = glammr.note(
    '<p>We do <b>this</b> too.</p><script>alert(1)</script>',
    app.origin + notePath(post),
  )

  await knock(glammr.says('Create', note))
  await knock(
    glammr.says('Create', { ...glammr.note('Only for you', app.origin + notePath(post)), to: [blog] }),
  )
  await knock(
    glammr.says('Create', {
      ...glammr.note('Not mine', app.origin + notePath(post)),
      attributedTo: 'https://glammr.example/users/eve',
    }),
  )
  const [waiting, ...more] = await comments()
  expect(more).toEqual([])
  const kept = await app.db.selectFrom('fediverseMessage').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain('Only for you')
  expect(waiting).toMatchObject({
    state: 'waiting',
    text: 'We do this too.',
    name: 'Ada <b>Okafor</b>',
    handle: '@ada@glammr.example',
  })
  await decideComments(app, editor, [{ number: waiting?.number ?? 0, revision: 1 }], 'shown')
  const page = (await get('/posts/desks', { Accept: 'text/html' })).said
  expect(page).toContain('href="https://glammr.example/@ada" rel="ugc nofollow noopener"')
  expect(page).toContain('Ada &lt;b&gt;Okafor&lt;/b&gt;')

  await knock(glammr.says('Update', { ...note, content: '<p>We did this.</p>' }))
  expect(await comments()).toMatchObject([{ state: 'waiting', text: 'We did this.', revision: 2 }])
  await knock(glammr.says('Delete', { id: note.id, type: 'Tombstone' }))
  expect(await comments()).toMatchObject([{ state: 'withdrawn', text: '', name: '–', handle: null }])
})

test('likes and shares are counted once, and only their own message takes them back', async () => {
  const about = app.origin + notePath(post)
  const like = glammr.says('Like', about)

  for (const message of [like, like, glammr.says('Like', about), glammr.says('Announce', about)])
    await knock(message)
  await knock(glammr.says('Like', 'https://network.example/posts/desks'))
  const [back] = (await overview(app.db, editor, app.now())).reactions
  expect(back).toMatchObject({ slug: 'desks', likes: 1, shares: 1 })
  await knock(glammr.says('Undo', like))
  expect((await overview(app.db, editor, app.now())).reactions).toMatchObject([{ likes: 0, shares: 1 }])
})

test('what is forged, late, altered or sent for somebody else changes nothing', async () => {
  const before = await outcomes()
  const follow = glammr.says('Follow', blog)
  const eve = { ...follow, actor: 'https://glammr.example/users/eve' }
  const other = { ...follow, actor: 'https://other.example/users/ada' }

  expect([
    await knock(follow, { at: new Date('2016-02-28T12:00:00Z') }),
    await knock(follow, { body: JSON.stringify({ ...follow, id: 'https://glammr.example/x' }) }),
    await knock(eve),
    await knock(other),
    await knock({ ...follow, actor: 'https://ada:secret@glammr.example/users/ada' }),
    await knock({ ...follow, padding: 'x'.repeat(70_000) }),
    (
      await site.request(sharedInboxPath, {
        method: 'POST',
        headers: { Host: 'network.example' },
        body: '{}',
      })
    ).status,
  ]).toEqual([401, 401, 401, 401, 400, 413, 401])
  expect(await outcomes()).toEqual(before)
  // An address on another host could keep somebody else's message out.
  expect(await knock({ ...follow, id: 'https://other.example/activities/1' })).toBe(202)
  expect(await outcomes()).toEqual(before)
})

test('a server that is slow has two deliveries in hand, and the others go on', async () => {
  const [slow, others] = [12, 10].map((count) => Array.from({ length: count }, (_, at) => at))
  const { id: channelId } = await app.db
    .selectFrom('fediverseChannel')
    .where('kind', '=', 'blog')
    .select('id')
    .executeTakeFirstOrThrow()
  const sending = await app.db
    .insertInto('fediverseSending')
    .values({ once: 'to many', channelId, body: '{}', madeAt: app.now() })
    .returning(['id as sendingId', 'number'])
    .executeTakeFirstOrThrow()
  const inboxes = [
    ...(slow ?? []).map((at) => ({ host: 'slow.example', inbox: `https://slow.example/${at}` })),
    ...(others ?? []).map((at) => ({
      host: `other${at}.example`,
      inbox: `https://other${at}.example/inbox`,
    })),
  ]
  const hosts = [...new Set(inboxes.map(({ host }) => host))]
  await app.db
    .insertInto('fediverseServer')
    .values(hosts.map((host) => ({ host })))
    .execute()
  await app.db
    .insertInto('fediverseDelivery')
    .values(inboxes.map((inbox) => ({ ...sending, ...inbox, nextTryAt: app.now() })))
    .execute()
  const busy = { now: 0, most: 0, others: 0 }
  const ended = Promise.withResolvers<void>()
  const answered = { status: 202, headers: {}, text: '' }

  const arrived = await deliverDue(app, async ({ address }) => {
    const isSlow = address.startsWith('https://slow.example/')
    busy.now += isSlow ? 1 : 0
    busy.others += isSlow ? 0 : 1
    busy.most = Math.max(busy.most, busy.now)
    if (busy.others === others?.length || busy.most > 2) ended.resolve()
    if (isSlow) await ended.promise
    busy.now -= isSlow ? 1 : 0
    return answered
  })

  expect([arrived, busy.most]).toEqual([22, 2])
})

test('a server that is away is tried again in its turn, and forgotten after weeks in which it was tried', async () => {
  glammr.answer('nothing')
  app.at('2016-03-02T08:00:00Z')
  await app.db
    .updateTable('post')
    .set({ title: 'Chairs', updatedAt: app.now() })
    .where('id', '=', post)
    .execute()
  await minute()
  await app.db
    .updateTable('post')
    .set({ title: 'Tables', updatedAt: new Date('2016-03-02T08:00:01Z') })
    .where('id', '=', post)
    .execute()
  app.at('2016-03-02T08:00:02Z')
  await minute()

  const away = await overview(app.db, editor, app.now())
  expect(away).toMatchObject({ waiting: 2, failing: [{ host: 'glammr.example', waiting: 2 }] })
  glammr.answer(202)
  expect(await minute()).toEqual([])
  app.at('2016-03-02T08:02:00Z')
  const got = await minute()
  expect(got.map(({ object }) => JSON.stringify(object).match(/Chairs|Tables/)?.[0])).toEqual([
    'Chairs',
    'Tables',
  ])
  expect((await overview(app.db, editor, app.now())).failing).toEqual([])

  glammr.answer('nothing')
  const fails = async (day: string) => {
    app.at(`${day}T08:00:00Z`)
    await app.db
      .updateTable('post')
      .set({ title: `On ${day}`, updatedAt: app.now() })
      .where('id', '=', post)
      .execute()
    await minute()
  }
  for (const day of ['2016-03-03', '2016-04-02']) await fails(day)
  // In the silence between them it may have been there.
  expect(await followers()).toBe(1)
  for (const day of ['2016-04-10', '2016-04-20', '2016-04-30']) await fails(day)
  expect(await followers()).toBe(0)
})

test('what was withdrawn is told of as gone, and its address says so', async () => {
  app.at('2016-05-01T08:00:00Z')
  await app.db.updateTable('fediverseServer').set({ failingSince: null, nextTryAt: null }).execute()
  await knock(glammr.says('Follow', blog))
  await minute()
  await app.db
    .updateTable('post')
    .set({ withdrawnAt: app.now(), updatedAt: app.now() })
    .where('id', '=', post)
    .execute()

  expect((await minute()).at(-1)).toMatchObject({
    type: 'Delete',
    object: { type: 'Tombstone', id: app.origin + notePath(post) },
  })
  expect(await get(notePath(post))).toMatchObject({ status: 410, said: { type: 'Tombstone' } })
  await app.db
    .updateTable('post')
    .set({ withdrawnAt: null, updatedAt: app.now() })
    .where('id', '=', post)
    .execute()
  expect(await minute()).toEqual([])
})

const kind = fc.constantFrom(
  'Follow',
  'Undo',
  'Like',
  'Announce',
  'Create',
  'Update',
  'Delete',
  'Move',
  'Flag',
  'Block',
  'Add',
)
const address = fc.constantFrom(
  blog,
  `${app.origin}${notePath('')}`,
  glammr.address,
  'https://glammr.example/x',
  'https://ada:secret@glammr.example/x',
  'a\0b',
  'x',
  '',
)
const anything = fc.oneof(address, fc.jsonValue({ maxDepth: 3 }), fc.constant(null), fc.constant([]))
const thing = fc.record({
  ...{ id: anything, type: fc.oneof(kind, fc.constant('Note'), anything), attributedTo: anything },
  ...{ content: anything, contentMap: anything, inReplyTo: anything, to: anything, cc: anything },
})

test('whatever a server signs is taken or turned away, and never breaks anything', async () => {
  await fc.assert(
    fc.asyncProperty(kind, fc.oneof(thing, anything), anything, async (type, object, id) => {
      const message = { ...glammr.says(type, object), ...(typeof id === 'string' ? {} : { id }) }
      app.at(new Date(app.now().getTime() + 60_000).toISOString())
      expect([202, 400, 401]).toContain(await knock(message))
    }),
    { numRuns: 80 },
  )
})

test('once somebody is kept away, nothing of theirs waits here, and nothing waits to go there', async () => {
  await app.db.deleteFrom('fediverseSending').execute()
  await app.db.deleteFrom('fediverseReport').execute()
  app.at(new Date(app.now().getTime() + 3_600_000).toISOString())
  const about = await aPublishedPost(app, { slug: 'away', publishAt: app.now(), updatedAt: app.now() })
  await knock(glammr.says('Follow', blog))
  const { accountId, ...followed } = await app.db
    .selectFrom('fediverseFollower')
    .selectAll()
    .executeTakeFirstOrThrow()
  const { id: _, ...ada } = await app.db
    .selectFrom('fediverseAccount')
    .where('id', '=', accountId)
    .selectAll()
    .executeTakeFirstOrThrow()
  const bo = {
    ...ada,
    address: `${glammr.address}/bo`,
    inbox: `${glammr.address}/bo`,
    handle: '@bo@glammr.example',
  }
  const { id } = await app.db
    .insertInto('fediverseAccount')
    .values(bo)
    .returning('id')
    .executeTakeFirstOrThrow()
  await app.db
    .insertInto('fediverseFollower')
    .values({ ...followed, accountId: id })
    .execute()
  await tellFollowers(app)
  await knock(glammr.says('Create', glammr.note('Buy chairs', app.origin + notePath(about))))
  await knock(glammr.says('Flag', [blog]))
  const waiting = async () => ({
    deliveries: (
      await app.db
        .selectFrom('fediverseDelivery')
        .where('state', '=', 'waiting')
        .select('inbox')
        .orderBy('inbox')
        .execute()
    ).map(({ inbox }) => new URL(inbox).pathname),
    comments: (await comments()).filter(({ state, text }) => state === 'waiting' && text === 'Buy chairs')
      .length,
    reports: (await overview(app.db, editor, app.now())).reports.length,
  })
  const before = await waiting()
  await block(app, editor, { host: 'glammr.example', handle: '@ada@glammr.example' })
  const without = await waiting()
  await block(app, editor, { host: 'glammr.example', handle: null })

  expect(before).toEqual({ deliveries: ['/inbox', '/users/ada/inbox'], comments: 1, reports: 1 })
  // What goes to all on that server goes on to the others.
  expect(without).toEqual({ deliveries: ['/inbox'], comments: 0, reports: 1 })
  expect(await waiting()).toEqual({ deliveries: [], comments: 0, reports: 0 })
  expect((await comments()).find(({ text }) => text === 'Buy chairs')).toMatchObject({ state: 'removed' })
  for (const handle of ['@ada@glammr.example', null])
    await unblock(app, editor, { host: 'glammr.example', handle })
})

test('whoever is kept away is not heard, and follows no more', async () => {
  await expect(block(app, visitor('en'), { host: 'glammr.example', handle: null })).rejects.toThrow(
    'not-allowed',
  )
  expect(await block(app, editor, { host: 'glammr.example', handle: '@nobody@glammr.example' })).toBe(false)
  await block(app, editor, { host: 'glammr.example', handle: '@ada@glammr.example' })

  expect([await knock(glammr.says('Follow', blog)), await followers()]).toEqual([403, 0])
  await block(app, editor, { host: 'glammr.example', handle: null })
  expect([await knock(glammr.says('Follow', blog)), await followers()]).toEqual([403, 0])
  await turnOff(app, director)
  expect(await knock(glammr.says('Follow', blog))).toBe(404)
})
