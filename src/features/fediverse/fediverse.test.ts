import { expect, test } from 'vitest'
import { aChannel } from '../../../test/fediverse/channel.ts'
import { locales } from '../../platform/words.ts'
import { aPublishedPost } from '../archive/archive.builder.ts'
import { turnOn } from './actions/channels.ts'
import { channelPath, notePath } from './paths.ts'

const { app, glammr, director, editor, blog, get, knock, minute, followers } = await aChannel()

const kinds = (got: Record<string, unknown>[]) => got.map(({ type }) => type)

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

test('who follows again by the same message, as Misskey has it, is accepted again; the same request again is not', async () => {
  const follow = glammr.says('Follow', blog)
  const undo = glammr.says('Undo', follow)
  const heard: unknown[] = []
  for (const [message, after] of [
    [follow, 60],
    [undo, 60],
    [follow, 0],
    [follow, 60],
    [undo, 60],
  ] as const) {
    const at = new Date(app.now().getTime() - (after === 0 ? 120_000 : 0))
    app.at(new Date(app.now().getTime() + after * 1_000).toISOString())
    await knock(message, after === 0 ? { at } : {})
    heard.push([await followers(), (await minute()).map(({ type }) => type)])
  }

  expect(heard).toEqual([
    [1, ['Accept']],
    [0, []],
    [0, []],
    [1, ['Accept']],
    [0, []],
  ])
})
