import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { renderedPost, shareRendered } from './rendered.ts'

const text = {
  ...{ id: '0b8f1c1e-6f4f-4a53-9a4e-1d5b9f0c3a11', revision: 1, locale: 'en' as const },
  body: 'See [the other](/posts/other) and [a library](https://library.example/a).',
}
const htmlOf = (origin?: string) =>
  renderedPost(text, 'en', origin)
    .parts.map((part) => (part.kind === 'html' ? part.html : ''))
    .join('')

test('links to pages of ours are relative on a page and absolute in a feed, whichever is asked for first', () => {
  const [page, feed, again] = [htmlOf(), htmlOf('https://ours.example'), htmlOf()]

  expect(page).toBe(
    '<p>See <a href="/posts/other">the other</a> and <a href="https://library.example/a" rel="external noopener">a library</a>.</p>',
  )
  expect(feed).toBe(page.replace('/posts/other', 'https://ours.example/posts/other'))
  expect(again).toBe(page)
})

test('processes that share a folder find there what one of them has turned, links to pages of ours included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-turned-'))
  const read = (turned: ReturnType<typeof renderedPost>) =>
    turned.parts.map((part) => (part.kind === 'html' ? part.html : '')).join('')
  shareRendered(folder)
  const first = read(renderedPost({ ...text, revision: 2 }, 'en'))
  shareRendered(null)
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace('a library', 'a found library'))
  }
  vi.resetModules()
  const other = await import('./rendered.ts')
  other.shareRendered(folder)

  const [page, feed] = [undefined, 'https://ours.example'].map((origin) =>
    read(other.renderedPost({ ...text, revision: 2 }, 'en', origin)),
  )

  expect(first).toContain('>a library<')
  expect(page).toBe(first.replace('a library', 'a found library'))
  expect(feed).toBe(page?.replace('/posts/other', 'https://ours.example/posts/other'))
})
