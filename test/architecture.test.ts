import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { expect, onTestFinished, test } from 'vitest'
import { root } from '../src/platform/root.ts'

/** As `npm test` reads them; in this process, since each one of its own costs more than what it looks at. */
const rules = await extractOptions(join(root, '.dependency-cruiser.cjs'))

/** A small project with these files, as the checks on the map see it: "rule: from → to", sorted. */
async function violations(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-map-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, content] of Object.entries({ ...scenery, ...files })) {
    await mkdir(join(folder, dirname(path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  const tsConfig = extractTSConfig(join(folder, 'tsconfig.json'))
  const { output } = await cruise(['src'], { ...rules, baseDir: folder }, undefined, { tsConfig })
  const found = typeof output === 'string' ? [] : output.summary.violations
  return found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort()
}

const scenery = {
  'package.json': '{ "type": "module", "dependencies": { "kysely": "1" } }',
  'tsconfig.json':
    '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler", "allowImportingTsExtensions": true, "noEmit": true } }',
  'node_modules/kysely/package.json': '{ "name": "kysely", "version": "1.0.0", "main": "index.js" }',
  'node_modules/kysely/index.js': 'exports.sql = 1',
  'src/matching/index.ts': 'export const best = 1',
  'src/db/index.ts': "import { sql } from 'kysely'\nexport const db = sql",
  'src/platform/words.ts': "import { db } from '../db/index.ts'\nexport const words = db",
  'src/ui/index.ts': 'export const page = 1',
  'src/features/people/index.ts': "export { type Actor, actor } from './actor.ts'",
  'src/features/people/actor.ts': 'export type Actor = string\nexport const actor = 1',
  'src/features/rounds/index.ts': "export { round } from './round.ts'\nexport { open } from './queries.ts'",
  'src/features/rounds/round.ts':
    "import type { Actor } from '../people/index.ts'\nexport const round = (actor: Actor) => actor",
  'src/features/rounds/queries.ts':
    "import { sql } from 'kysely'\nimport { db } from '../../db/index.ts'\nexport const open = [db, sql]",
  'src/features/rounds/routes.tsx':
    "import { page } from '../../ui/index.ts'\nimport { open } from './queries.ts'\nexport const routes = [open, page]",
  'src/features/rounds/shell.ts': "import { routes } from './routes.tsx'\nexport const shell = { routes }",
  'src/features/all.ts': "export const all = await Promise.all([import('./rounds/shell.ts')])",
  'src/web/site.ts': "import { all } from '../features/all.ts'\nexport const site = all",
}

const importing = (path: string) => `import * as other from '${path}'\nexport const own = other`

test('the map names every feature, in the order of the list', async () => {
  const [list, map] = await Promise.all([
    readFile(join(root, 'src/features/all.ts'), 'utf8'),
    readFile(join(root, 'ARCHITECTURE.md'), 'utf8'),
  ])

  const [, drawn = ''] = /├── features\/.*\n([\s\S]*?)│ {3}├── matching\//.exec(map) ?? []
  const named = [...drawn.matchAll(/── ([a-z-]+)\/ /g)].map(([, name]) => name)

  expect(named).toEqual([...list.matchAll(/import\('\.\/([a-z-]+)\/shell\.ts'\)/g)].map(([, name]) => name))
})

test('a project built by the map has nothing to answer for', async () => {
  expect(await violations({})).toEqual([])
})

const sins: { sin: string; files: Record<string, string>; found: string[] }[] = [
  {
    sin: 'mathematics that needs Node',
    files: { 'src/matching/index.ts': importing('node:fs') },
    found: ['matching-imports-nothing: src/matching/index.ts → fs'],
  },
  {
    sin: 'a checker of proofs that runs the solver',
    files: {
      'src/matching/solve.ts': 'export {}',
      'src/matching/verify.ts': importing('./solve.ts'),
    },
    found: ['checkers-share-no-code-with-the-solver: src/matching/verify.ts → src/matching/solve.ts'],
  },
  {
    sin: 'a platform that knows a feature',
    files: { 'src/platform/mail.ts': importing('../features/people/index.ts') },
    found: ['platform-stays-below: src/platform/mail.ts → src/features/people/index.ts'],
  },
  {
    sin: 'a look that knows the platform',
    files: { 'src/ui/index.ts': importing('../platform/words.ts') },
    found: ['ui-stays-below: src/ui/index.ts → src/platform/words.ts'],
  },
  {
    sin: 'a feature that knows a shell',
    files: {
      'src/web/answers.ts': 'export {}',
      'src/features/rounds/actions.ts': importing('../../web/answers.ts'),
    },
    found: ['features-stays-below: src/features/rounds/actions.ts → src/web/answers.ts'],
  },
  {
    sin: 'a feature that reaches into another',
    files: { 'src/features/rounds/actions.ts': importing('../people/actor.ts') },
    found: ['features-by-their-index: src/features/rounds/actions.ts → src/features/people/actor.ts'],
  },
  {
    sin: 'an earlier feature that calls a later one',
    files: {
      'src/features/pairings/index.ts': 'export {}',
      'src/features/rounds/actions.ts': importing('../pairings/index.ts'),
    },
    found: ['rounds-before-later-features: src/features/rounds/actions.ts → src/features/pairings/index.ts'],
  },
  {
    sin: 'an action that imports a page, a telling or the look',
    files: {
      'src/features/rounds/pages/round.tsx': 'export {}',
      'src/features/rounds/telling.ts': 'export {}',
      'src/features/rounds/actions/announce.ts':
        "export * from '../pages/round.tsx'\nexport * from '../telling.ts'\nexport * from '../../../ui/index.ts'",
    },
    found: [
      'actions-do-not-tell: src/features/rounds/actions/announce.ts → src/features/rounds/pages/round.tsx',
      'actions-do-not-tell: src/features/rounds/actions/announce.ts → src/features/rounds/telling.ts',
      'actions-do-not-tell: src/features/rounds/actions/announce.ts → src/ui/index.ts',
    ],
  },
  {
    sin: 'rules that ask the database',
    files: { 'src/features/rounds/calendar.ts': importing('./queries.ts') },
    found: ['rules-are-pure: src/features/rounds/calendar.ts → src/features/rounds/queries.ts'],
  },
  {
    sin: 'rules that need Node',
    files: { 'src/features/rounds/calendar.ts': importing('node:fs') },
    found: ['rules-need-no-package: src/features/rounds/calendar.ts → fs'],
  },
  {
    sin: 'a framework away from home',
    files: { 'src/features/rounds/commands.ts': importing('kysely') },
    found: ['kysely-at-home: src/features/rounds/commands.ts → node_modules/kysely/index.js'],
  },
  {
    sin: 'a circle of types',
    files: {
      'src/ui/index.ts': "export type { Page } from './page.ts'\nexport type Index = 1",
      'src/ui/page.ts': "import type { Index } from './index.ts'\nexport type Page = Index",
    },
    found: ['no-circle: src/ui/index.ts → src/ui/page.ts'],
  },
  {
    sin: 'a circle of files',
    files: { 'src/ui/index.ts': importing('./page.ts'), 'src/ui/page.ts': importing('./index.ts') },
    found: ['no-circle: src/ui/index.ts → src/ui/page.ts'],
  },
  {
    sin: 'an earlier feature that knows a type of a later one',
    files: {
      'src/features/posts/index.ts': 'export type Post = string',
      'src/features/media/queries.ts':
        "import type { Post } from '../posts/index.ts'\nexport const of = (post: Post) => post",
    },
    found: ['media-before-later-features: src/features/media/queries.ts → src/features/posts/index.ts'],
  },
  {
    sin: 'a feature that the list does not have',
    files: { 'src/features/gardens/queries.ts': importing('../people/index.ts') },
    found: ['features-are-listed: src/features/gardens/queries.ts → src/features/people/index.ts'],
  },
]

test.for(sins)('the map refuses $sin', async ({ files, found }) => {
  expect(await violations(files)).toEqual(found)
})
