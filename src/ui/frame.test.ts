import { expect, test } from 'vitest'
import { nearest } from './frame.ts'

const desk = { href: '/office', label: 'Desk' }
const rounds = { href: '/office/rounds', label: 'Rounds' }

test('the entry nearest above a page is the one that is marked', () => {
  const entries = [desk, rounds]

  const marked = ['/office', '/office/rounds', '/office/rounds/2016a', '/office/roundsman', '/blog'].map(
    (path) => nearest(entries, path),
  )

  expect(marked).toEqual([desk, rounds, rounds, desk, undefined])
})
