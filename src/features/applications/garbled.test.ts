import { expect, test } from 'vitest'
import { isGarbled, ungarbled } from './garbled.ts'

test.each([
  ['GarcÃ­a', 'García'],
  ['WÃ³jcik', 'Wójcik'],
  ['FranÃ§ois', 'François'],
  ['å›³æ›¸é¤¨', '図書館'],
  ['Garc√≠a', 'García'],
])('%s was %s', (written, meant) => {
  expect([isGarbled(written), ungarbled(written)]).toEqual([true, meant])
})

test.each([
  'García',
  'Núñez',
  'Müller',
  'Ada',
  '',
  'Дмитрий',
  'Ã',
  'São João',
  'É',
  'Librarian?',
  'https://library.example/?q=ada',
])('%j is as it should be', (written) => {
  expect([isGarbled(written), ungarbled(written)]).toEqual([false, null])
})

test.each(['Garc\ufffda', '?ukasz', 'Ay?e'])(
  '%j has lost a letter, and nobody can say which it was',
  (written) => {
    expect([isGarbled(written), ungarbled(written)]).toEqual([true, null])
  },
)
