import { expect, test } from 'vitest'
import { renderedPost } from './rendered.ts'

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
