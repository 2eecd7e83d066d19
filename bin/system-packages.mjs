/** What the tests need that npm cannot bring: a browser, a PostgreSQL that is not ours, and what stands around a site. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

/** Packages that are only unpacked, for their programs: installed, they would serve on this machine's ports. */
const unpackedIn = join(root, 'node_modules/.cache/twinleaf/system')
const isThere = (program) => existsSync(join('/', program)) || existsSync(join(unpackedIn, program))

const aptKnows = (name) => spawnSync('apt-cache', ['show', name]).status === 0

/** Without windows it does the same with half the work; not every system has it. */
const headless = 'chromium-headless-shell'
const browser = {
  get name() {
    return aptKnows(headless) ? headless : 'chromium'
  },
  found: () => [headless, browser.name].some((name) => existsSync(`/usr/bin/${name}`)),
  without: 'journeys in a browser',
}

const needed = [
  { name: 'libatomic1', found: () => hasLibrary('libatomic.so.1'), without: 'all that runs in our own Node' },
  browser,
  { name: 'fonts-noto-core', found: () => existsSync('/usr/share/fonts/truetype/noto'), without: null },
  { name: 'postgresql', found: () => servers().length > 0, without: 'tests on a separate PostgreSQL server' },
  { name: 'pgbouncer', found: () => isThere('usr/sbin/pgbouncer'), without: 'tests behind PgBouncer' },
  { name: 'systemd', found: () => isThere('usr/bin/systemd-analyze'), without: 'a look at the service' },
  {
    name: 'libhttp-oai-perl',
    found: () => existsSync('/usr/share/perl5/HTTP/OAI.pm'),
    without: 'a harvest of the blog',
  },
  {
    name: 'libcurl4t64',
    found: () => hasLibrary('libcurl.so.4'),
    without: 'a server of the fediverse',
  },
  { name: 'snac2', found: () => isThere('usr/bin/snac'), without: 'a server of the fediverse', unpack: true },
  { name: 'python3-moto', found: () => existsSync('/usr/bin/moto_server'), without: 'a second store' },
  {
    name: 'python3-flask-cors',
    found: () => existsSync('/usr/lib/python3/dist-packages/flask_cors'),
    without: 'a second store',
  },
  { name: 'nginx', found: () => isThere('usr/sbin/nginx'), without: 'tests behind nginx', unpack: true },
  {
    name: 'promtool',
    found: () => isThere('usr/bin/promtool'),
    without: 'a trial of the alerts',
    unpack: true,
  },
  { name: 'caddy', found: () => isThere('usr/bin/caddy'), without: 'tests behind Caddy', unpack: true },
  // Installed, it takes the place of this machine's own mail server: only machines that are made for CI get it.
  ...(process.env.CI
    ? [
        { name: 'postfix', found: () => isThere('usr/sbin/postfix'), without: 'tests with a mail server' },
        {
          name: 'dovecot-imapd',
          found: () => isThere('usr/lib/dovecot/imap'),
          without: 'tests with a mailbox',
        },
        {
          name: 'dovecot-lmtpd',
          found: () => isThere('usr/lib/dovecot/lmtp'),
          without: 'tests with a mailbox',
        },
      ]
    : []),
]

/**
 * Installs what is missing where it may, and says which tests cannot run where it may not.
 *
 * @returns names of the packages without which some tests cannot run
 */
export function installSystemPackages() {
  const missing = needed.filter((one) => !one.found())
  if (missing.length === 0) return []
  const problem = install(missing)
  const still = missing.filter((one) => one.without && !one.found())
  if (still.length === 0) return []
  const without = still.map((one) => one.without).join(' and ')
  console.log(
    `Skipped: ${without}, because ${still.map((one) => one.name).join(' and ')} could not be installed: ${problem}.`,
  )
  return still.map((one) => one.name)
}

function hasLibrary(name) {
  const folders = [
    '/usr/lib',
    '/usr/lib64',
    '/lib',
    ...readdirSync('/usr/lib').map((folder) => `/usr/lib/${folder}`),
  ]
  return folders.some((folder) => existsSync(join(folder, name)))
}

function servers() {
  const base = '/usr/lib/postgresql'
  return existsSync(base)
    ? readdirSync(base).filter((version) => existsSync(`${base}/${version}/bin/postgres`))
    : []
}

/** @returns why it did not work, as the end of a sentence */
function install(missing) {
  if (!existsSync('/usr/bin/apt-get')) return 'this system has no apt-get'
  const isRoot = process.getuid?.() === 0
  const mayInstall = isRoot || spawnSync('sudo', ['-n', 'true']).status === 0
  const prefix = isRoot ? [] : ['sudo', '-n']
  mkdirSync(unpackedIn, { recursive: true })
  // Which names there are, only fresh lists say.
  const problem = mayInstall && problemOf([...prefix, ...apt('update')])
  if (problem) return problem
  const [unpacked, installed] = [true, false].map((how) =>
    missing.filter(({ unpack = false }) => unpack === how).map(({ name }) => name),
  )
  console.log(`Installing ${[...installed, ...unpacked].join(', ')} …`)
  const steps = [
    unpacked.length > 0 && apt('download', ...unpacked),
    unpacked.length > 0 && [
      'sh',
      '-c',
      'for file in *.deb; do dpkg-deb --extract "$file" . && rm "$file"; done',
    ],
    installed.length > 0 &&
      mayInstall && [...prefix, ...apt('install', '--yes', '--no-install-recommends', ...installed)],
  ]
  for (const step of steps.filter(Boolean)) {
    const problem = problemOf(step)
    if (problem) return problem
  }
  return mayInstall ? 'it is not where it is looked for' : 'that takes root, or sudo without a password'
}

/** Runs it to its end. @returns its last words when it failed */
function problemOf([program, ...args]) {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: unpackedIn })
  return done.status === 0 ? null : lastLine(done.stderr) || `${[program, ...args].join(' ')} failed`
}

const apt = (...args) => ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--quiet', ...args]
const lastLine = (text) => text?.trim().split('\n').at(-1)
