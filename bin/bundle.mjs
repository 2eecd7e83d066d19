/**
 * From the sources to something Node runs: once per state of the sources, kept beside the packages. Packages come along,
 * because hundreds of small files take Node two seconds to start, and twenty megabytes for as long as it runs.
 */
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
  writeFileSync,
} from 'node:fs'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { serialize } from 'node:v8'
import { requireRights, root } from './install.mjs'
import { otherLanguages, writeWords } from './words.mjs'

const entries = { main: 'src/cli/main.ts', assets: 'src/web/assets.ts' }

/** They have machine code of their own; and one that `pg` asks for where it is there, which it is not. */
const leftOut = ['esbuild', 'lightningcss', 'pg-native']

/** Those that were written for `require` ask for it. By names that no package has: one calls a function of its own `process`. */
const banner =
  "import { createRequire as twinleafCreateRequire } from 'node:module'; const require = twinleafCreateRequire(import.meta.url);"

export const cache = join(root, 'node_modules/.cache/twinleaf')
const keepDays = 7

/** @returns the path of the bundled entry */
export async function bundle(entry = 'main') {
  const folder = join(cache, `bundle-${stateOfSources()}`)
  if (!existsSync(folder)) await build(folder)
  markUsed(folder)
  return join(folder, `${entry}.mjs`)
}

/**
 * The same wherever the folder stands, so that it can be made in one place and moved to another. To read all files takes
 * a tenth of a second, so they are read anew only where one is not as it was seen last.
 */
function stateOfSources() {
  const paths = [
    import.meta.filename,
    join(root, 'package-lock.json'),
    ...['src', 'public'].flatMap((folder) => filesIn(join(root, folder))).sort(),
  ]
  const looks = digestOf(paths, (path) => {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
    return `${size} ${mtimeNs} ${ctimeNs} ${ino}`
  })
  const [seen, known] = existsSync(memo) ? readFileSync(memo, 'utf8').split(' ') : []
  if (seen === looks) return known
  const state = digestOf(paths, (path) => readFileSync(path))
  remember(`${looks} ${state}`)
  return state
}

const memo = join(cache, 'sources')

/** Without it all is well, only later: the account may not write here, or the disk is full. */
function remember(text) {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(`${memo}-${process.pid}.tmp`, text)
    renameSync(`${memo}-${process.pid}.tmp`, memo)
  } catch {}
}

function digestOf(paths, partOf) {
  const hash = createHash('sha256')
  for (const path of paths) {
    hash.update(`${path.slice(root.length)}\0`)
    hash.update(partOf(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 24)
}

/** Folder by folder: asked for all of them at once, Node takes five times as long. */
const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = `${folder}${sep}${one.name}`
    if (one.isDirectory()) return filesIn(path)
    return one.isFile() && !/\.test\.tsx?$/.test(one.name) ? [path] : []
  })

/**
 * All features are always loaded, so they belong together: asked for one by one, as their list does, each would share parts of its
 * own with every other, and Node would read more than 150 small files instead of 20.
 */
const featuresTogether = {
  name: 'features together',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]features[\\/]all\.ts$/ }, ({ path }) => {
      const imports = []
      const list = readFileSync(path, 'utf8').replace(/\bimport\(('[^']+')\)/g, (_, file) => {
        imports.push(`import * as file${imports.length} from ${file}\n`)
        return `file${imports.length - 1}`
      })
      return { loader: 'ts', contents: imports.join('') + list }
    })
  },
}

/**
 * Node keeps the text of a file at two bytes a character as soon as one of them lies beyond Latin-1; such characters are left as
 * they are in regular expressions alone. In files without markup they mean the same when they are escaped.
 */
const oneByteEach = {
  name: 'one byte each',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
      return { loader: 'ts', contents: readFileSync(path, 'utf8').replace(/[^\0-\xff]/g, escaped) }
    })
  },
}

async function build(folder) {
  requireRights()
  await writeWords()
  const { build, stop } = await import('esbuild')
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
    // The pinned Node runs the sources as they are.
    target: 'esnext',
    external: leftOut,
    banner: { js: banner },
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: 'linked',
    sourcesContent: false,
    // Node keeps the text of all that it runs.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
    plugins: [featuresTogether, oneByteEach],
  })
  await stop()
  // Read by `src/platform/word-files.ts` when somebody first needs a language.
  for (const [locale, sentences] of Object.entries(otherLanguages()))
    writeFileSync(join(unfinished, `words.${locale}.json`), JSON.stringify(sentences))
  await buildAssets(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (error) {
    // Another process was first; its bundle is the same.
    if (!existsSync(folder)) throw error
    rmSync(unfinished, { recursive: true })
  }
  removeOld()
}

/** Stylesheets and scripts for browsers, ready to be served; `src/web/kept-assets.ts` reads them. */
async function buildAssets(folder) {
  const { buildAssets } = await import(pathToFileURL(join(folder, 'assets.mjs')).href)
  writeFileSync(join(folder, 'assets.bin'), serialize(await buildAssets()))
}

/** For `removeOld`. A program that its account may only read is kept, and cleared, by another one. */
function markUsed(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch (error) {
    if (!['EPERM', 'EACCES', 'EROFS'].includes(error.code)) throw error
  }
}

/** Old bundles, and what was compressed for them, stay for a while: a process may still run on one, and load a part of it later. */
function removeOld() {
  mkdirSync(cache, { recursive: true })
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    const ageDays = (Date.now() - statSync(path).mtimeMs) / 86_400_000
    if (/^(bundle|squeezed)-/.test(name) && ageDays > keepDays) rmSync(path, { recursive: true, force: true })
  }
}
