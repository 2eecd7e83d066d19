import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { rolesOf } from '../src/features/people/grant.ts'
import type { Actor } from '../src/features/people/index.ts'
import { type Kind, kinds, matrix, rolesOfKind } from '../src/features/people/matrix.ts'
import { root } from '../src/platform/root.ts'

type Policy = (actor: Actor, about?: unknown) => boolean

/** What a policy that asks for more than the actor is asked about. */
const about: Record<string, unknown> = {
  'mail.mayReadText': { campaignId: 'some campaign' },
  'people.mayRemoveSecondFactor': 'somebody else',
}

const policies = new Map<string, Policy>()
for (const file of globSync('src/features/*/policy.ts', { cwd: root })) {
  const exported: Record<string, unknown> = await import(join(root, file))
  for (const [name, policy] of Object.entries(exported))
    if (/^(may[A-Z]|is[A-Z])/.test(name)) policies.set(`${basename(dirname(file))}.${name}`, policy as Policy)
}

const actorOfKind = (kind: Kind): Actor => ({
  id: kind === 'visitor' ? null : 'an id',
  name: kind,
  email: kind === 'visitor' ? null : `${kind}@library.example`,
  roles: rolesOf(rolesOfKind(kind)),
  countries: new Set(kind === 'ambassador' ? ['BR'] : []),
  locale: 'en',
  zone: 'UTC',
})

test('every policy has its line in the matrix, and every line its policy', () => {
  expect(matrix.map(({ policy }) => policy).sort()).toEqual([...policies.keys()].sort())
})

test.each(matrix)('$policy: who may $may', ({ policy, who }) => {
  const decide = policies.get(policy)

  const may = kinds.filter((kind) => decide?.(actorOfKind(kind), about[policy]))

  expect(may).toEqual(who)
})
