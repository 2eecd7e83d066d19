import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { build, stop } from 'esbuild'
import { bundle } from 'lightningcss'
import { once } from '../platform/once.ts'
import { root } from '../platform/root.ts'

/** Stylesheets and scripts, made smaller and named by their content, so that browsers may keep them for ever. */
export type Assets = {
  css: string
  officeCss: string
  js: string
  officeJs: string
  /** On pages on which texts are written. */
  editorCss: string
  editorJs: string
  /** On pages of a copy, which no server sends. */
  copyJs: string
  icon: string
  /** By path; with `.br` behind it, the same compressed. */
  files: Map<string, Uint8Array<ArrayBuffer>>
}

/** Builds the files under `public`, once for each process. */
export const buildAssets = once(buildAll)

async function buildAll(): Promise<Assets> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const keep = async (name: string, bytes: Buffer) => {
    const hash = createHash('sha256').update(bytes).digest('base64url')
    const path = `/assets/${name.replace(/\.(\w+)$/, `.${hash.slice(0, 10)}.$1`)}`
    files.set(path, new Uint8Array(bytes))
    files.set(`${path}.br`, new Uint8Array(await squeezed(bytes, hash)))
    return path
  }
  const css = (name: string) => keep(name, styles(join(root, 'public/css', name)))
  const js = async (name: string, how?: How) =>
    keep(name.replace('.ts', '.js'), await script(join(root, 'public/js', name), how))
  const assets = {
    css: await css('site.css'),
    officeCss: await css('office.css'),
    js: await js('site.ts'),
    officeJs: await js('office.ts'),
    editorCss: await css('editor.css'),
    // Where there is a document, one of its packages reads entities by `innerHTML`, which our policy refuses.
    editorJs: await js('editor.ts', { conditions: ['worker'] }),
    // From a folder, browsers run no modules.
    copyJs: await js('copy.ts', { format: 'iife' }),
    icon: await keep('favicon.svg', readFileSync(join(root, 'public/favicon.svg'))),
    files,
  }
  // A process of its own would stay otherwise.
  await stop()
  return assets
}

const compress = promisify(brotliCompress)

/** As small as it gets, which takes seconds: what was compressed once is kept beside the packages for the next time. */
async function squeezed(bytes: Buffer, hash: string): Promise<Buffer> {
  const kept = join(root, 'node_modules/.cache/twinleaf', `squeezed-${hash}`)
  const known = await readFile(kept).catch(() => null)
  if (known) return known
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  const made = await compress(bytes, { params })
  // Without it all is well, only later: the account may not write here, or the disk is full.
  await keepAside(kept, made).catch(() => {})
  return made
}

async function keepAside(path: string, bytes: Buffer): Promise<void> {
  const aside = `${path}-${process.pid}.tmp`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(aside, bytes)
  await rename(aside, path)
}

function styles(file: string): Buffer {
  if (!existsSync(file)) throw new Error(`no stylesheet ${basename(file)}`)
  return Buffer.from(bundle({ filename: file, minify: true }).code)
}

type How = { conditions?: string[]; format?: 'esm' | 'iife' }

async function script(file: string, { conditions = [], format = 'esm' }: How = {}): Promise<Buffer> {
  const built = await build({
    entryPoints: [file],
    conditions,
    bundle: true,
    minify: true,
    format,
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  return Buffer.from(built.outputFiles[0]?.contents ?? '')
}
