/** What the tests need that npm cannot bring: a browser, and a PostgreSQL that is not ours. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const needed = [
  { name: 'chromium', found: () => existsSync('/usr/bin/chromium'), without: 'journeys in a browser' },
  { name: 'fonts-noto-core', found: () => existsSync('/usr/share/fonts/truetype/noto'), without: null },
  { name: 'postgresql', found: () => servers().length > 0, without: 'tests on a separate PostgreSQL server' },
]

/**
 * Installs what is missing where it may, and says which tests cannot run where it may not.
 *
 * @returns names of the packages without which some tests cannot run
 */
export function installSystemPackages() {
  const missing = needed.filter((one) => !one.found())
  if (missing.length === 0) return []
  const names = missing.map((one) => one.name)
  const problem = install(names)
  const still = missing.filter((one) => one.without && !one.found())
  if (still.length === 0) return []
  const without = still.map((one) => one.without).join(' and ')
  console.log(
    `Skipped: ${without}, because ${still.map((one) => one.name).join(' and ')} could not be installed: ${problem}.`,
  )
  return still.map((one) => one.name)
}

function servers() {
  const base = '/usr/lib/postgresql'
  return existsSync(base)
    ? readdirSync(base).filter((version) => existsSync(`${base}/${version}/bin/postgres`))
    : []
}

/** @returns why it did not work, as the end of a sentence */
function install(names) {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get'
  const isRoot = process.getuid?.() === 0
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0)
    return 'that takes root, or sudo without a password'
  console.log(`Installing ${names.join(', ')} …`)
  const prefix = isRoot ? [] : ['sudo', '-n']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...names]]) {
    const [program, ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '--quiet',
      ...args,
    ]
    const done = spawnSync(program, rest, { encoding: 'utf8' })
    if (done.status !== 0) return lastLine(done.stderr) || `apt-get ${args[0]} failed`
  }
  return 'it is not where it is looked for'
}

const lastLine = (text) => text?.trim().split('\n').at(-1)
