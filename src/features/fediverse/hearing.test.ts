import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aChannel } from '../../../test/fediverse/channel.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { decideComments } from '../comments/index.ts'
import { visitor } from '../people/index.ts'
import { block, unblock } from './actions/blocking.ts'
import { turnOff } from './actions/channels.ts'
import { tellFollowers } from './actions/telling.ts'
import { notePath, sharedInboxPath } from './paths.ts'
import { overview } from './queries/office.ts'

const { app, glammr, site, director, editor, blog, get, knock, followers, aHeardPost } = await aChannel()
const post = await aHeardPost()

const comments = () =>
  app.db
    .selectFrom('comment')
    .select(['id', 'number', 'revision', 'state', 'text', 'name', 'handle'])
    .orderBy('number')
    .execute()

const outcomes = async () =>
  (await app.db.selectFrom('fediverseMessage').select('outcome').orderBy('cameAt').execute()).map(
    ({ outcome }) => outcome,
  )

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
