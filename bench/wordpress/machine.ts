/** WordPress from Debian's package: a database and a folder of its own, served on this machine alone. */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const scripts = join(import.meta.dirname, 'site')
const run = promisify(execFile)

const packages = 'wordpress mariadb-server php-cli php-mysql php-xml php-gd'

/** What is missing to run, in a sentence; empty for nothing. @param importer the folder of the plugin */
export function missing(importer: string | undefined): string {
  const modules = () => execFileSync('php', ['-m'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const hasPhp = () => ['mysqli', 'dom', 'gd'].every((name) => new RegExp(`^${name}$`, 'mi').test(modules()))
  const isThere = [
    () => existsSync('/usr/share/wordpress/wp-settings.php'),
    () => existsSync('/usr/sbin/mariadbd'),
    hasPhp,
  ]
  const holds = (one: () => boolean) => {
    try {
      return one()
    } catch {
      // There is no such program.
      return false
    }
  }
  if (!isThere.every(holds)) return `Install Debian's packages first: apt-get install ${packages}`
  const hasPlugin = importer === undefined || existsSync(join(importer, 'wordpress-importer.php'))
  return hasPlugin ? '' : `There is no wordpress-importer.php in ${importer}.`
}

export type Database = { socket: string; stop(): Promise<void> }

/** @param folder new */
export async function startDatabase(folder: string): Promise<Database> {
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
  const own = ['--no-defaults', `--datadir=${folder}/data`, ...asRoot]
  await run('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db'])
  const socket = join(folder, 'socket')
  const cheap = ['--skip-networking', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=64M']
  const server = spawn('mariadbd', [...own, ...cheap, `--socket=${socket}`], { stdio: 'ignore' })
  for (let tries = 0; tries < 600 && !existsSync(socket); tries += 1) await pause(100)
  return { socket, stop: () => ended(server) }
}

export type WordPress = {
  /** Its version. */
  version: string
  /** Scheme, host and port. */
  origin: string
  uploads: string
  /** Runs one of the scripts of `site` in it. @returns what it said */
  run(script: string, ...words: string[]): Promise<string>
  /** A page as its administrator reads it, whole and without a password. */
  read(path: string): Promise<{ status: number; body: string }>
  stop(): Promise<void>
}

type Place = { folder: string; database: Database; name: string; port: number }

/** An empty site. */
export async function startWordPress({ folder, database, name, port }: Place): Promise<WordPress> {
  const content = join(folder, 'wp-content')
  const origin = `http://localhost:${port}`
  for (const below of ['themes/plain', 'mu-plugins', 'plugins', 'uploads', 'temporary'])
    mkdirSync(join(content, below), { recursive: true })
  copyFileSync(join(scripts, 'theme.php'), join(content, 'themes/plain/index.php'))
  copyFileSync(join(scripts, 'always.php'), join(content, 'mu-plugins/always.php'))
  writeFileSync(join(content, 'themes/plain/style.css'), '/* Theme Name: Plain */')
  await run('mariadb', [
    '--no-defaults',
    `--socket=${database.socket}`,
    '-e',
    `create database ${name} character set utf8mb4`,
  ])
  const env = {
    ...process.env,
    WORDPRESS_CONTENT: content,
    WORDPRESS_DATABASE: name,
    WORDPRESS_SOCKET: database.socket,
    WORDPRESS_ADDRESS: origin,
  }
  const quiet = ['-d', 'display_errors=stderr', '-d', 'error_reporting=8181', '-d', 'memory_limit=1G']
  const runIn = async (script: string, ...words: string[]) => {
    const child = spawn('php', [...quiet, join(scripts, script), ...words], { env })
    const [out, complaint, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    if (code !== 0) throw new Error(`${script} ended with ${code}:\n${complaint}`)
    return out
  }
  const version = await runIn('install.php')
  const served = ['-S', `localhost:${port}`, join(scripts, 'front.php')]
  const server = spawn('php', [...quiet, ...served], { env, stdio: 'ignore' })
  const read = (path: string) => readAll(origin + path)
  const stop = () => ended(server)
  for (let tries = 0; tries < 100; tries += 1) {
    if (await read('/').catch(() => null)) break
    await pause(100)
  }
  return { version, origin, uploads: join(content, 'uploads'), run: runIn, read, stop }
}

async function readAll(address: string, hops = 5): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number
    body: string
    location: string
  }>()
  const asked = request(address, { headers: { 'X-Bench': 'all' } }, (response) => {
    const { statusCode: status = 0, headers } = response
    text(response).then((body) => resolve({ status, body, location: headers.location ?? '' }), reject)
  })
  asked.on('error', reject).end()
  const { location, ...answer } = await promise
  return location !== '' && hops > 0 ? readAll(new URL(location, address).href, hops - 1) : answer
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
