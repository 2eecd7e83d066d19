/** The matching library as npm installs it anywhere: JavaScript, types, README and licence in one file. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureInstalled, pinnedNode, root } from './install.mjs'

const source = join(root, 'src/matching')

/** As new as Node 20 and the browsers of its time, and no newer: neither words nor functions. */
const age = 'es2023'

ensureInstalled()
const folder = mkdtempSync(join(tmpdir(), 'twinleaf-matching-'))
try {
  for (const name of ['package.json', 'README.md']) copyFileSync(join(source, name), join(folder, name))
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  writeTypes()
  await writeScripts()
  console.log(pack(resolve(process.argv[2] ?? '.')))
} finally {
  rmSync(folder, { recursive: true })
}

async function writeScripts() {
  const { build } = await import('esbuild')
  const shared = {
    entryPoints: [join(source, 'index.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: age,
    charset: 'utf8',
    logLevel: 'error',
  }
  await build({ ...shared, outfile: join(folder, 'index.js') })
  await build({ ...shared, outfile: join(folder, 'browser.js'), minify: true })
}

function writeTypes() {
  const compiler = [
    ...[join(root, 'node_modules/ts7/bin/tsc'), '--ignoreConfig', join(source, 'index.ts')],
    ...['--declaration', '--emitDeclarationOnly', '--outDir', join(folder, 'types')],
    ...['--target', age, '--lib', `${age},dom`, '--module', 'nodenext', '--types', ''],
    ...['--strict', '--noUncheckedIndexedAccess', '--allowImportingTsExtensions'],
  ]
  run(pinnedNode(), compiler)
  const files = readdirSync(join(folder, 'types'), { recursive: true, withFileTypes: true })
  for (const file of files.filter((file) => file.isFile())) {
    const path = join(file.parentPath, file.name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"))
  }
}

/** @returns the path of the packed file */
function pack(into) {
  const [{ filename }] = JSON.parse(run('npm', ['pack', folder, '--pack-destination', into, '--json']))
  return join(into, filename)
}

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return stdout
  throw new Error(
    `${program} ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`,
  )
}
