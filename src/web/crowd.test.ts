import { expect, test } from 'vitest'
import { crowdWatch, type Moment } from './crowd.ts'

const many: Moment = { busy: 0.95, requests: 400 }
const shared: Moment = { busy: 0.55, requests: 200 }
const still: Moment = { busy: 0.02, requests: 3 }

const told = (...seconds: Moment[]) => toldOn(2, seconds)
const toldOn = (processors: number, seconds: Moment[]) => {
  const watch = crowdWatch(processors)
  return seconds.map(watch).flatMap((said, index) => (said ? [[index + 1, said]] : []))
}
const times = (count: number, moment: Moment) => Array.from({ length: count }, () => moment)

test('a crowd begins with its third second and is over after a calm minute', () => {
  expect(told(...times(20, many), ...times(100, shared), ...times(80, still), ...times(3, many))).toEqual([
    [3, 'begins'],
    [180, 'is over'],
    [203, 'begins'],
  ])
})

test('a moment is no crowd, nor is work that nobody asked a page for', () => {
  expect(told(many, many, still, many, many, ...times(90, { busy: 1, requests: 4 }))).toEqual([])
})

test('one processor is not shared', () => {
  expect(toldOn(1, times(20, many))).toEqual([])
})

test('a calm moment in a crowd does not end it', () => {
  expect(told(...times(3, many), ...times(59, still), shared, ...times(59, still))).toEqual([[3, 'begins']])
})
