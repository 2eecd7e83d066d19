import { expect, test } from 'vitest'
import { testApp } from '../../../../test/harness.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { tellSearchEngines } from './index-now.ts'

const app = await testApp('2016-03-01T12:00:00Z')
const key = '0123456789abcdef0123456789abcdef'

const aPost = (slug: string, publishAt: string, more: { broughtAt?: Date } = {}) =>
  app.db
    .insertInto('post')
    .values({
      ...{ slug, title: slug, publishAt: new Date(publishAt), ...more },
      ...{ createdAt: new Date(publishAt), updatedAt: new Date(publishAt) },
    })
    .execute()

/** What came in at the service, which takes what its documentation asks for. */
const heard: string[][] = []
let status = 202
const service: Ask = async ({ method, address, headers = {}, body = '' }) => {
  const { host, key: sent, keyLocation, urlList, ...more } = JSON.parse(String(body))
  const isRight =
    method === 'POST' &&
    address === 'https://api.indexnow.org/indexnow' &&
    headers['Content-Type'] === 'application/json; charset=utf-8' &&
    Object.keys(more).length === 0 &&
    keyLocation === `${app.origin}/${sent}.txt` &&
    urlList.every((url: string) => new URL(url).host === host)
  if (isRight && status < 300) heard.push(urlList.map((url: string) => new URL(url).pathname))
  return { status: isRight ? status : 422, headers: {}, text: '' }
}

test('a network tells nobody until it says so', async () => {
  await aPost('old', '2016-02-20T12:00:00Z')
  await aPost('new', '2016-03-01T11:00:00Z')
  await aPost('to-come', '2016-03-01T13:00:00Z')
  await aPost('brought', '2016-03-01T10:00:00Z', { broughtAt: app.now() })
  await tellSearchEngines(app, service)

  expect(heard).toEqual([])
})

test('they are told of each change once: of what came out, was changed, was withdrawn', async () => {
  await app.db.insertInto('network').values({ indexNowKey: key }).execute()
  await tellSearchEngines(app, service)
  await tellSearchEngines(app, service)
  app.at('2016-03-01T13:00:00Z')
  await tellSearchEngines(app, service)
  await app.db.updateTable('post').set({ updatedAt: app.now() }).where('slug', '=', 'old').execute()
  await tellSearchEngines(app, service)
  app.at('2016-03-01T14:00:00Z')
  await app.db.updateTable('post').set({ withdrawnAt: app.now() }).where('slug', '=', 'new').execute()
  await tellSearchEngines(app, service)

  expect(heard.splice(0)).toEqual([['/posts/new'], ['/posts/to-come'], ['/posts/old'], ['/posts/new']])
})

test('what they do not take is told again later, and after that not again', async () => {
  await app.db.updateTable('post').set({ updatedAt: app.now() }).where('slug', '=', 'to-come').execute()
  status = 429
  await expect(tellSearchEngines(app, service)).rejects.toThrow('IndexNow answered 429')
  await tellSearchEngines(app, service)
  app.at('2016-03-01T14:10:00Z')
  await expect(tellSearchEngines(app, service)).rejects.toThrow('IndexNow answered 429')
  status = 200
  app.at('2016-03-01T14:20:00Z')
  await tellSearchEngines(app, service)
  const early = [...heard]
  app.at('2016-03-01T14:30:00Z')
  await tellSearchEngines(app, service)
  await tellSearchEngines(app, service)

  expect([early, heard]).toEqual([[], [['/posts/to-come']]])
})

test('where search engines are kept out nobody tells them', async () => {
  await app.db
    .updateTable('network')
    .set({ crawlers: ['archive'] })
    .execute()
  await aPost('later', '2016-03-01T14:25:00Z')
  heard.splice(0)
  await tellSearchEngines(app, service)

  expect(heard).toEqual([])
})
