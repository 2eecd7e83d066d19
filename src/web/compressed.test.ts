import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import type { Env } from '../features/people/index.ts'
import { compressed } from './compressed.ts'

const long = '<p>A page of some length.</p>'.repeat(100)
const site = new Hono<Env>()
site.use(compressed)
site.get('/page', (c) => {
  c.header('Set-Cookie', 'a=1')
  return c.html(long, 200, { ETag: '"1"', Vary: 'Cookie' })
})
site.get('/left', (c) => {
  c.set('text', long)
  return c.html(long)
})
site.get('/failed', (c) => {
  c.set('text', long)
  return c.html('<p>It failed.</p>'.repeat(100), 500)
})
site.get('/saved', (c) => c.json({ rev: 2 }, 409))
site.get('/picture', (c) => c.body(long, 200, { 'Content-Type': 'image/webp' }))

// Over the wire: there, answers are made by the server's own kind of response.
const server = serve({ fetch: site.fetch, port: 0 })
afterAll(() => server.close())
await once(server, 'listening')
const { port } = server.address() as AddressInfo

async function asked(path: string, accepted: string) {
  const asking = get({ port, path, agent: false, headers: { 'Accept-Encoding': accepted } })
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  const { statusCode: status, headers } = answer
  const names = ['content-encoding', 'vary', 'etag', 'set-cookie'] as const
  return { status, body: await buffer(answer), headers: names.map((name) => headers[name]) }
}

test('a page goes out compressed, and says that it depends on what is accepted', async () => {
  const { status, headers, body } = await asked('/page', 'br, gzip')

  expect([status, headers]).toEqual([200, ['gzip', 'Cookie, Accept-Encoding', 'W/"1"', ['a=1']]])
  expect(body.length).toBeLessThan(200)
  expect(gunzipSync(body).toString()).toBe(long)
})

test('a text that was left for it is what goes out, unless it failed', async () => {
  const [left, failed] = [await asked('/left', 'gzip'), await asked('/failed', 'gzip')]

  expect(gunzipSync(left.body).toString()).toBe(long)
  expect([failed.status, gunzipSync(failed.body).toString().slice(0, 17)]).toEqual([500, '<p>It failed.</p>'])
})

test.each(['identity', 'br', 'gzip;q=0', ''])(
  'to a browser that takes “%s” it goes as it is',
  async (accepted) => {
    const { status, headers, body } = await asked('/page', accepted)

    expect([status, headers]).toEqual([200, [undefined, 'Cookie, Accept-Encoding', '"1"', ['a=1']]])
    expect(body.toString()).toBe(long)
  },
)

test('what is short, or no text, goes as it is', async () => {
  const saved = await asked('/saved', 'gzip')
  const picture = await asked('/picture', 'gzip')

  expect([saved.status, saved.headers[0], saved.body.toString()]).toEqual([409, undefined, '{"rev":2}'])
  expect([picture.headers[0], picture.body.toString()]).toEqual([undefined, long])
})
