import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { format } from 'node:util'
import { transform } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReader, hasChromium } from '../../test/journeys/browser.ts'

const root = join(import.meta.dirname, '../..')
const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
const example = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ''
const promised = [...example.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line)

const folder = mkdtempSync(join(tmpdir(), 'matching-package-'))
afterAll(() => rmSync(folder, { recursive: true }))
let packed = ''
beforeAll(() => {
  packed = run(process.execPath, [join(root, 'bin/pack-matching.mjs'), folder]).trim()
})

test('the package holds code, types, a README and a licence, and depends on nothing', () => {
  const installed = join(aProject(), 'node_modules')

  const { version, dependencies } = JSON.parse(read(installed, '@twinleaf/matching/package.json'))
  expect({ version, dependencies }).toEqual({ version: expect.any(String), dependencies: undefined })
  expect(packagesIn(installed)).toEqual(['@twinleaf/matching'])
  expect(readdirSync(join(installed, '@twinleaf/matching')).sort()).toEqual(
    ['LICENSE', 'README.md', 'browser.js', 'index.js', 'package.json', 'types'].sort(),
  )
  expect(readme).toContain(`twinleaf-matching-${version}.tgz`)
})

test('the README’s first example runs on the pinned Node', async () => {
  expect(await printedBy(process.execPath)).toEqual(promised)
})

const system = systemNode()
if (!system) console.log('Skipped: the package on another Node, because the system has none from 20 on.')
test.runIf(system)(`it runs on the system’s own Node, ${system?.version}`, async () => {
  expect(await printedBy(system?.path ?? '')).toEqual(promised)
})

test.each(['nodenext', 'bundler'])('it has types for a strict reader, modules by %s', (resolution) => {
  const project = aProject()
  writeFileSync(join(project, 'example.ts'), example)
  writeFileSync(
    join(project, 'wrong.ts'),
    "import { solve } from '@twinleaf/matching/browser'\nsolve(1, 2)\n",
  )
  const check = (file: string) =>
    run(process.execPath, [
      ...[join(root, 'node_modules/ts7/bin/tsc'), '--ignoreConfig', join(project, file), '--noEmit'],
      ...['--strict', '--noUncheckedIndexedAccess', '--types', '', '--moduleResolution', resolution],
      ...['--module', resolution === 'bundler' ? 'preserve' : resolution],
    ])

  expect(check('example.ts')).toBe('')
  expect(() => check('wrong.ts')).toThrow(/TS2345/)
})

test.skipIf(!hasChromium)('a page without a bundler runs it', async () => {
  const project = aProject()
  const page = await (await aReader()).newPage()
  await page.route('http://library.test/**', (route) => {
    const path = new URL(route.request().url()).pathname
    if (path !== '/') return route.fulfill({ path: join(project, path) })
    return route.fulfill({ contentType: 'text/html', body: importmap() })
  })
  await page.goto('http://library.test/')

  await page.addScriptTag({ type: 'module', content: await loud(example) })
  await page.waitForFunction('globalThis.said')

  const said: unknown[][] = await page.evaluate('globalThis.said')
  expect(said.map(([first, ...rest]) => format(first, ...rest))).toEqual(promised)
})

/** An empty folder, then the package installed from its file: no registry is asked, and nothing cached is found. */
function aProject(nodePath = process.execPath) {
  const project = mkdtempSync(join(folder, 'project-'))
  mkdirSync(join(project, 'home'))
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  run('npm', ['install', '--offline', '--ignore-scripts', '--cache', join(project, 'home'), packed], {
    cwd: project,
    env: { ...process.env, PATH: [dirname(nodePath), process.env.PATH].join(delimiter) },
  })
  return project
}

async function printedBy(nodePath: string) {
  const project = aProject(nodePath)
  writeFileSync(join(project, 'example.js'), await plain(example))
  return run(nodePath, [join(project, 'example.js')])
    .trimEnd()
    .split('\n')
}

/** What the example prints is kept for us to read, and there once all of it is. */
const loud = async (code: string) =>
  `const said = []; const console = { log: (...values) => said.push(values) };${await plain(code)};globalThis.said = said`

const plain = async (code: string) => (await transform(code, { loader: 'ts' })).code

const importmap = () => /```html\n(.*?)```/s.exec(readme)?.[1] ?? ''

const packagesIn = (modules: string) =>
  readdirSync(modules)
    .filter((scope) => !scope.startsWith('.'))
    .flatMap((scope) => readdirSync(join(modules, scope)).map((name) => `${scope}/${name}`))

/** The first Node on the path that is not the one we run on, as a reader of the README may have it. */
function systemNode() {
  for (const part of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(part, 'node')
    if (part.includes('node_modules')) continue
    try {
      const version = run(path, ['--version']).trim()
      if (version !== process.version && Number.parseInt(version.slice(1), 10) >= 20) return { path, version }
    } catch {
      // No Node here.
    }
  }
  return null
}

const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** @throws Error with what the program printed, if it fails */
function run(program: string, args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  try {
    return execFileSync(program, args, {
      ...options,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${program} failed: ${stdout}${stderr}${error}`, { cause: error })
  }
}
