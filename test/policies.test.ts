import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { matrixPage } from '../src/cli/docs/matrix.ts'
import { all } from '../src/features/all.ts'
import { type Kind, kinds, rolesOfKind } from '../src/features/people/abilities.ts'
import { rolesOf } from '../src/features/people/grant.ts'
import type { Actor, Feature } from '../src/features/people/index.ts'
import { root } from '../src/platform/root.ts'

/** Every policy function there is, `<feature>.<function>`, found by its file. */
const policies: string[] = []
for (const file of globSync('src/features/*/policy.ts', { cwd: root })) {
  const exported: Record<string, unknown> = await import(join(root, file))
  for (const name of Object.keys(exported))
    if (/^(may[A-Z]|is[A-Z])/.test(name)) policies.push(`${basename(dirname(file))}.${name}`)
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

const abilitiesOf = ({ name, abilities = [] }: Feature) =>
  abilities.map((ability) => ({ ...ability, name: `${name}.${ability.policy.name}` }))

const abilities = all.flatMap(abilitiesOf)

test('every policy is an ability of its feature, and every ability has its policy', () => {
  expect(abilities.map(({ name }) => name).sort()).toEqual(policies.sort())
})

test.each(abilities)('$name: who may $may', ({ policy, who, about }) => {
  expect(kinds.filter((kind) => policy(actorOfKind(kind), about as never))).toEqual(who)
})

test('the page of the matrix has a line for each ability, and says yes where it is so', () => {
  expect(matrixPage(all)).toContain(
    '| add people, give and end roles, shut people out and let them in | | | | | | yes |',
  )
})
