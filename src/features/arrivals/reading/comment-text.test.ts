import { expect, test } from 'vitest'
import { commentText } from './comment-text.ts'

test.each([
  ['<a href="https://lib.example/a">our page</a>', 'our page (https://lib.example/a)'],
  [
    "Look: <a class='x' href = 'https://lib.example' rel=nofollow>lib.example</a>!",
    'Look: https://lib.example !',
  ],
  ['<a name="top">words</a>', 'words'],
  ['<a href="javascript:alert(1)">words</a>', 'words'],
  ['What I say<ul><li>one</li><li>two</li></ul>so', 'What I say one two so'],
  ['<table><tr><td>one</td><td>two</td></tr></table>', 'one two'],
])('%s reads as it was meant', (html, text) => {
  expect(commentText(html).replace(/\s+/g, ' ').trim()).toBe(text)
})

test('a comment that is written to hold us up is read as any other', () => {
  const html = '<a href=https:x'.concat('href=https:x'.repeat(20_000))

  expect(commentText(html)).toBe('')
})
