import { expect, test } from 'vitest'
import { dayIn, isBefore } from './days.ts'
import { plain, watchedInstant } from './watched.ts'

const at = new Date('2016-03-01T23:30:00Z')

function watched() {
  const told: unknown[] = []
  const now = watchedInstant(at, {
    compared: (limit, answer) => told.push([limit.toISOString(), answer]),
    onDay: (zone, day) => told.push([zone, day]),
    seen: () => told.push('seen'),
  })
  return { now, told }
}

test('an instant tells with what it is compared, and on which day it falls', () => {
  const { now, told } = watched()

  const answers = [
    isBefore(now, new Date('2016-03-02')),
    isBefore(now, at),
    dayIn(now, 'Asia/Tokyo'),
    dayIn(now),
  ]

  expect(answers).toEqual([true, false, '2016-03-02', '2016-03-01'])
  expect(told).toEqual([
    ...[
      ['2016-03-02T00:00:00.000Z', true],
      ['2016-03-01T23:30:00.000Z', false],
    ],
    ...[
      ['Asia/Tokyo', '2016-03-02'],
      ['UTC', '2016-03-01'],
    ],
  ])
})

test.for<[string, (now: Date) => unknown]>([
  ['its milliseconds are read', (now) => now.getTime()],
  ['it is made a number', (now) => +now],
  ['it is compared by hand', (now) => now < new Date(0)],
  ['another one is made of it', (now) => new Date(now).getTime()],
  ['it is written', (now) => `${now.toISOString()}`],
  ['it goes into JSON', (now) => JSON.stringify({ now })],
  ['it is said in a language', (now) => new Intl.DateTimeFormat('en').format(now)],
])('nobody looks at its time unseen: %s', ([, look]) => {
  const { now, told } = watched()

  const found = look(now)

  expect(found).toEqual(look(at))
  expect(told).toContain('seen')
})

test('the database is handed the instant itself, and all else as it is', () => {
  const { now, told } = watched()

  expect([plain(now), plain(at), plain('a'), plain(null)]).toEqual([at, at, 'a', null])
  expect(plain(now)).toBe(at)
  expect(told).toEqual([])
})
