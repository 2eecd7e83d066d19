/** From the sources to something Node runs: once per state of the sources, kept beside the packages. */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'
import { writeWords } from './words.mjs'

const entries = { main: 'src/cli/main.ts' }

export const cache = join(root, 'node_modules/.cache/twinleaf')
const keepDays = 7

/** @returns the path of the bundled entry */
export async function bundle(entry = 'main') {
  const folder = join(cache, `bundle-${stateOfSources()}`)
  if (!existsSync(folder)) await build(folder)
  utimesSync(folder, new Date(), new Date())
  return join(folder, `${entry}.mjs`)
}

function stateOfSources() {
  const hash = createHash('sha256').update(readFileSync(import.meta.filename))
  const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => isSource(file)).map((file) => join(file.parentPath, file.name))
  for (const path of paths.sort()) hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex').slice(0, 24)
}

const isSource = (file) =>
  file.isFile() && /\.(ts|tsx|json)$/.test(file.name) && !/\.test\.tsx?$/.test(file.name)

async function build(folder) {
  await writeWords()
  const { build } = await import('esbuild')
  const unfinished = `${folder}-${process.pid}.tmp`
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node26',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    logLevel: 'error',
  })
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process was first; its bundle is the same.
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true })
  }
  removeOld()
}

/** Old bundles stay for a while: a process may still run on one, and load a part of it later. */
function removeOld() {
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const ageDays = (Date.now() - statSync(path).mtimeMs) / 86_400_000
    if (name.startsWith('bundle-') && ageDays > keepDays) rmSync(path, { recursive: true, force: true })
  }
}
