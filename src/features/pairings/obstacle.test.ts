import { expect, test } from 'vitest'
import { type Fitness, obstacleTo } from './obstacle.ts'

const fit: Fitness = {
  standing: 2,
  lookedAt: 2,
  isRunning: false,
  isOver: false,
  stale: { joined: [], left: [], changed: [], settings: [] },
  violations: [],
  pairs: 40,
}
const stale = { joined: ['a'], left: ['b', 'c'], changed: ['d'], settings: [] }
const unkept = { ...fit.stale, settings: ['pins' as const, 'held' as const, 'bans' as const] }

test('a proposal that is up to date and keeps every rule may go out, looked at or not', () => {
  expect(obstacleTo(fit)).toBeNull()
  expect(obstacleTo({ ...fit, lookedAt: null })).toBeNull()
})

test.each<[string, Partial<Fitness>, ReturnType<typeof obstacleTo>]>([
  ['the round has ended', { isOver: true }, { code: 'round-is-over', count: 0 }],
  ['the matching is running', { isRunning: true }, { code: 'run-in-progress', count: 0 }],
  ['another one was looked at', { lookedAt: 1 }, { code: 'other-proposal', count: 0 }],
  ['people joined, left or changed', { stale }, { code: 'proposal-out-of-date', count: 4 }],
  ['a pin or a hold is not kept', { stale: unkept }, { code: 'proposal-broken', count: 2 }],
  [
    'a pair may not be',
    { violations: [{ kind: 'banned', between: ['a', 'b'] }] },
    { code: 'proposal-broken', count: 1 },
  ],
  ['there is no pair in it', { pairs: 0 }, { code: 'nobody-to-introduce', count: 0 }],
])('a proposal does not go out when %s', (_name, change, obstacle) => {
  expect(obstacleTo({ ...fit, ...change })).toEqual(obstacle)
})

test('of several obstacles the one that must be settled first is named', () => {
  const everything = { ...fit, isOver: true, isRunning: true, lookedAt: 1, stale, pairs: 0 }

  expect(obstacleTo(everything)?.code).toBe('round-is-over')
  expect(obstacleTo({ ...everything, isOver: false })?.code).toBe('run-in-progress')
  expect(obstacleTo({ ...everything, isOver: false, isRunning: false })?.code).toBe('other-proposal')
  expect(obstacleTo({ ...fit, stale, pairs: 0 })?.code).toBe('proposal-out-of-date')
})
