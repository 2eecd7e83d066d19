import { expect, test } from 'vitest'
import { aRound } from '../../../../test/builders.ts'
import { testApp } from '../../../../test/harness.ts'
import { tellHub } from './hub.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const round = await aRound(app)

const aPost = (slug: string, publishAt: string) =>
  app.db
    .insertInto('post')
    .values({
      ...{ slug, title: slug, roundId: round.id, tags: ['Open Access'], publishAt: new Date(publishAt) },
      ...{ createdAt: app.now(), updatedAt: app.now() },
    })
    .execute()

/** What the hub was told, one after the other. */
const heard: string[][] = []
const listen = async (_address: string, form: URLSearchParams) => {
  heard.push(form.getAll('hub.url').filter((url) => url.endsWith('.atom')))
}

test('a network without a hub tells nobody', async () => {
  await aPost('old', '2016-02-20T12:00:00Z')
  await aPost('new', '2016-03-01T11:00:00Z')
  await aPost('to-come', '2016-03-01T13:00:00Z')
  await tellHub(app, listen)

  expect(heard).toEqual([])
})

test('a hub is told of each change once, and again where it did not take it', async () => {
  await app.db.insertInto('network').values({ hub: 'https://hub.example/' }).execute()
  const fails = tellHub(app, async () => {
    throw new Error('the hub is away')
  })
  await expect(fails).rejects.toThrow('the hub is away')
  await tellHub(app, listen)
  await tellHub(app, listen)
  app.at('2016-03-01T13:00:00Z')
  await tellHub(app, listen)
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'old').execute()
  await tellHub(app, listen)
  await tellHub(app, listen)

  const feeds = [
    '/feed.atom',
    '/rounds/2016A/posts/feed.atom',
    '/languages/en/feed.atom',
    '/tags/open-access/feed.atom',
  ]
  expect(heard).toEqual(Array(3).fill(feeds.map((path) => app.origin + path)))
})
