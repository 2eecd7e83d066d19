import { expect, test } from 'vitest'
import { type Decisions, stateOf } from './application.ts'

const undecided: Decisions = {
  acceptedAt: null,
  waitlistedAt: null,
  droppedAt: null,
  withdrawnAt: null,
  mergedInto: null,
}
const at = new Date('2016-02-20T12:00:00Z')

test.each<[string, Partial<Decisions>, boolean, string]>([
  ['is ready when it is clean', {}, false, 'ready'],
  ['is a problem while something is to be settled', {}, true, 'problem'],
  ['accepted stays accepted when a doubt comes up later', { acceptedAt: at }, true, 'accepted'],
  ['over the cap waits', { waitlistedAt: at }, false, 'waiting'],
  ['dropped is dropped', { droppedAt: at }, true, 'dropped'],
  ['merged is told by the other', { mergedInto: 'other' }, true, 'merged'],
  ['withdrawn after it was accepted is withdrawn', { acceptedAt: at, withdrawnAt: at }, false, 'withdrawn'],
])('an application %s', (_, decisions, needsCleaning, state) => {
  expect(stateOf({ ...undecided, ...decisions }, needsCleaning)).toBe(state)
})
