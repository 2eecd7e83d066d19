import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { rememberedWays } from './remembered-ways.ts'

test('what answers an address is the same however often it is asked for, and another for another one', async () => {
  const site = new Hono({ router: rememberedWays() })
  site.get('/posts/:slug', (c) => c.text(c.req.param('slug')))
  const ask = async (path: string, method = 'GET') => {
    const answer = await site.request(path, { method })
    return answer.status === 200 ? answer.text() : answer.status
  }
  const long = 'c'.repeat(500)

  const asked = [await ask('/posts/a'), await ask('/posts/b'), await ask('/posts/a'), await ask('/late')]
  const ofLong = [await ask(`/posts/${long}`), await ask(`/posts/${long}`)]
  const sent = await ask('/posts/a', 'POST')
  site.get('/late', (c) => c.text('here by now'))

  expect(asked).toEqual(['a', 'b', 'a', 404])
  expect(ofLong).toEqual([long, long])
  expect(sent).toBe(404)
  expect(await ask('/late')).toBe('here by now')
})
