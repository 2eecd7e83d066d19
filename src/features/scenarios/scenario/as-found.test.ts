import { expect, test } from 'vitest'
import { asFound, reasonsFound } from './as-found.ts'
import { aGroup } from './scenario.builder.ts'

const odd = { kind: 'odd-number', possible: 3 } as const
const byHand = { kind: 'by-hand', possible: 2 } as const

test('a proposal that nobody has changed is what its run found', () => {
  const proposal = { groups: [aGroup('a', 'b')], reserve: ['c'] }

  expect(asFound(proposal, [])).toEqual(proposal)
})

test('changes by hand are taken back one after the other, with the reasons of those who waited', () => {
  // A run left e over. Then e took the place of a, who was taken into a trio with c and d.
  const swapped = {
    before: { groups: [['a', 'b']], reserve: ['e'], reasons: { e: odd } },
    after: { groups: [['e', 'b']], reserve: ['a'] },
  }
  const joined = {
    before: { groups: [['c', 'd']], reserve: ['a'], reasons: { a: byHand } },
    after: { groups: [['c', 'd', 'a']], reserve: [] },
  }
  const standing = { groups: [aGroup('e', 'b'), aGroup('c', 'd', 'a')], reserve: [] }

  const found = asFound(standing, [joined, swapped])

  expect(found.groups.map(({ members }) => members.join())).toEqual(['c,d', 'a,b'])
  expect(found.reserve).toEqual(['e'])
  expect(reasonsFound([joined, swapped]).e).toEqual(odd)
})
