import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { redirectWith, takeFlash } from './flash.ts'

/** A site that says something on the next page. */
function siteSaying(text: string, isDevelopment = false) {
  const site = new Hono<{ Variables: { app: { config: { isDevelopment: boolean } } } }>()
  site.use(async (c, next) => {
    c.set('app', { config: { isDevelopment } })
    await next()
  })
  site.post('/', (c) => redirectWith(c, '/', text))
  site.get('/', (c) => c.json(takeFlash(c) ?? null))
  return site
}

const cookieOf = async (site: ReturnType<typeof siteSaying>) =>
  (await site.request('/', { method: 'POST' })).headers.get('Set-Cookie') ?? ''

const said = async (site: ReturnType<typeof siteSaying>, cookie: string) =>
  (await site.request('/', { headers: { Cookie: cookie } })).json()

test('what is said once is bound to its host, and another host’s word is not taken', async () => {
  const site = siteSaying('Done.')
  const cookie = await cookieOf(site)
  const forged = `twinleaf_flash=${encodeURIComponent('{"tone":"danger","text":"Call 0900"}')}`

  expect(cookie).toMatch(/^__Host-twinleaf_flash=[^;]+; Max-Age=60; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(await said(site, cookie.split(';')[0] ?? '')).toEqual({ tone: 'success', text: 'Done.' })
  expect(await said(site, forged)).toBeNull()
  expect(await cookieOf(siteSaying('Done.', true))).toMatch(/^twinleaf_flash=/)
})

test.each([
  ['Chinese', '书'.repeat(800)],
  ['Arabic', 'كتاب '.repeat(160)],
  ['signs beyond the first plane', '📚'.repeat(400)],
])('a long sentence in %s is short enough to be kept', async (_name, text) => {
  const site = siteSaying(text)
  const cookie = await cookieOf(site)
  const kept = await said(site, cookie.split(';')[0] ?? '')

  expect((cookie.split(';')[0] ?? '').length).toBeLessThanOrEqual(4_096)
  expect(text.startsWith(kept.text.slice(0, -1).trimEnd())).toBe(true)
  expect(kept.text.length).toBeGreaterThan(300)
})
