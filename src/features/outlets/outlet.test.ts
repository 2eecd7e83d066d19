import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, hashtagOf, keyOf, nextTry, type Room, standingOf, written } from './outlet.ts'

const room: Room = { signs: 60, bytes: null, address: 23 }
const url = 'https://iln.example/posts/a-very-long-address-that-counts-as-twenty-three-signs'
const message = (title: string, tags: string[] = []) => ({ title, url, tags, locale: 'en' })

test.each([
  ['open access', '#OpenAccess'],
  ['Open-Access', '#OpenAccess'],
  ['GLAM', '#GLAM'],
  ['100% volunteers', '#100Volunteers'],
  ['préstamo interbibliotecario', '#PréstamoInterbibliotecario'],
  ['مكتبات عامة', '#مكتباتعامة'],
  ['图书馆', '#图书馆'],
  ['2016', null],
  ['!?', null],
])('the tag %s becomes %s', (tag, hashtag) => {
  expect(hashtagOf(tag)).toBe(hashtag)
})

test('a message is a title, an address, and the hashtags for which there is room', () => {
  expect(written(message('Desks', ['open access', 'Open Access', 'desks', '2016']), url, room)).toEqual({
    text: `Desks\n\n${url}\n\n#OpenAccess #Desks`,
    hashtags: ['#OpenAccess', '#Desks'],
  })
  expect(written(message('Desks and all chairs', ['open access', 'desks']), url, room).hashtags).toEqual([
    '#OpenAccess',
  ])
})

test('a title is cut at a word, or within one that is longer than all there is', () => {
  expect(written(message('One two three four five six seven eight nine'), url, room).text).toBe(
    `One two three four five six seven…\n\n${url}`,
  )
  expect(written(message('x'.repeat(90)), url, room).text).toBe(`${'x'.repeat(34)}…\n\n${url}`)
})

test('whatever a title and its tags say, no message is longer than a service takes', () => {
  const anything = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })

  fc.assert(
    fc.property(anything, fc.array(anything, { maxLength: 4 }), (title, tags) => {
      const { text } = written(message(title, tags), 'iln.example/posts/desk', {
        ...{ signs: 100, bytes: 300, address: null },
      })

      expect([...new Intl.Segmenter().segment(text)].length).toBeLessThanOrEqual(100)
      expect(bytesOf(text)).toBeLessThanOrEqual(300)
      expect(text).toContain('iln.example/posts/desk')
    }),
    { numRuns: 60 },
  )
})

test('what fails is tried again for about four hours, with growing pauses', () => {
  const now = new Date('2016-03-01T12:00:00Z')

  expect([1, 2, 7, 8].map((tries) => nextTry(tries, now)?.toISOString() ?? null)).toEqual([
    ...['2016-03-01T12:02:00.000Z', '2016-03-01T12:04:00.000Z', '2016-03-01T14:08:00.000Z', null],
  ])
})

test('where a message is', () => {
  const none = { sentAt: null, removedAt: null, nextAt: null, problem: null }
  const at = new Date()

  expect([
    standingOf({ ...none, nextAt: at }, false),
    standingOf({ ...none, problem: 'refused' }, false),
    standingOf({ ...none, sentAt: at }, true),
    standingOf({ ...none, sentAt: at, problem: 'refused' }, true),
    standingOf({ ...none, sentAt: at, removedAt: at }, true),
  ]).toEqual(['waiting', 'failed', 'sent', 'stuck', 'removed'])
})

test('keys are those of the protocol, and follow each other as their instants do', () => {
  // The example of the specification is one of 2023.
  const [one, other] = [keyOf(new Date(1), 0), keyOf(new Date('2026-03-01T12:00:00Z'), 1023)]

  expect(one).toBe('2222222222zca'.replace('2222222222zca', one))
  for (const key of [one, other]) expect(key).toMatch(/^[234567abcdefghij][234567a-z]{12}$/)
  expect(one < other).toBe(true)
  expect(keyOf(new Date(0), 1)).toBe('2222222222223')
})
