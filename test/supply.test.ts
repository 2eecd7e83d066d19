import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../src/platform/root.ts'

type Package = { integrity?: string; resolved?: string; link?: boolean; inBundle?: boolean }

/** Packages without a hash, or from another place than the registry. */
const strangersIn = (packages: Record<string, Package>) =>
  Object.entries(packages)
    .filter(([path, { link, inBundle }]) => path !== '' && !link && !inBundle)
    .filter(
      ([, { integrity = '', resolved }]) =>
        !integrity.startsWith('sha512-') || (resolved && !resolved.startsWith('https://registry.npmjs.org/')),
    )
    .map(([path]) => path)

test('every package is known by its hash, and none runs anything when it is installed', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

  expect(strangersIn(packages)).toEqual([])
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  expect(
    strangersIn({
      '': {},
      'node_modules/a': { integrity: 'sha512-a', resolved: 'git+ssh://git@elsewhere.example/a.git' },
      'node_modules/b': { resolved: 'https://registry.npmjs.org/b.tgz' },
      'node_modules/c': { integrity: 'sha512-c' },
    }),
  ).toEqual(['node_modules/a', 'node_modules/b'])
})

/** Where one is asked for by a standard, or nobody is to be kept from guessing. */
const known = new Set([
  // RFC 6238, as the apps have it.
  'src/platform/sign-in/code-once.ts: sha1',
  // Ids of invented people that are the same each time.
  'src/cli/simulate/simulate.ts: md5',
])

const broken = /\b(?:md5|sha-?1|des|rc4|ecb)(?=['(-])|Math\.random\(/gi

const brokenIn = (file: string, text: string) =>
  [...text.matchAll(broken)].map(([what]) => `${file}: ${what.toLowerCase()}`)

test('nothing is hashed by what is broken, and nothing is guessed from a clock', () => {
  const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
  const found = files.flatMap((file) => brokenIn(file, readFileSync(join(root, file), 'utf8')))

  expect(found.filter((one) => !known.has(one))).toEqual([])
  expect([...known].filter((one) => !found.includes(one))).toEqual([])
  expect(brokenIn('a.ts', "createHash('md5'); createHmac('sha1', key); Math.random()")).toHaveLength(3)
})
