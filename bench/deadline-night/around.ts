import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Service } from './processes.ts'

const root = join(import.meta.dirname, '../..')

const nginx = '/usr/sbin/nginx'
const newestInitdb = () => globSync('/usr/lib/postgresql/*/bin/initdb').toSorted().at(-1)

/** Asked before anything is started, which nobody would stop. */
export function refuseWithoutPackages(): void {
  if (!newestInitdb()) throw new Error('There is no PostgreSQL here: apt install postgresql')
  if (!existsSync(nginx)) throw new Error('There is no nginx here: apt install nginx')
}

/** Debian's PostgreSQL as it comes, on a cluster of its own. */
export async function startPostgres(folder: string, port: number) {
  const initdb = newestInitdb() ?? ''
  const cluster = join(folder, 'cluster')
  const account = ownAccount(folder)
  execFileSync(initdb, ['-D', cluster, '-U', 'twinleaf', '-A', 'trust', '-E', 'UTF8'], {
    stdio: 'ignore',
    ...account,
  })
  const given = ['-D', cluster, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  const child = spawn(join(dirname(initdb), 'postgres'), given, { stdio: 'ignore', ...account })
  const url = `postgresql://twinleaf@127.0.0.1:${port}/postgres`
  await untilDone(async () => {
    const client = new pg.Client(url)
    await client.connect()
    await client.end()
  })
  return { folder, url, ...servant('PostgreSQL', child, 'SIGINT') }
}

/** PostgreSQL does not run as root. */
function ownAccount(folder: string): { uid?: number; gid?: number; cwd?: string } {
  mkdirSync(folder)
  if (process.getuid?.() !== 0) return {}
  const [uid = 0, gid = 0] = ['-u', '-g'].map((which) =>
    Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' })),
  )
  chownSync(folder, uid, gid)
  chmodSync(dirname(folder), 0o711)
  return { uid, gid, cwd: folder }
}

/** Debian's nginx with the file in deploy/, in front of some ports. */
export async function startProxy(folder: string, port: number, ports: readonly number[]): Promise<Service> {
  mkdirSync(folder)
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const named = ['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', ...curve, ...named], { stdio: 'ignore' })
  const site = readFileSync(join(root, 'deploy/nginx.conf'), 'utf8')
    .replace(/^ +listen +\[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${port + 9};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace(/^( +server )127\.0\.0\.1:3000( .*)$/m, ports.map((one) => `$1127.0.0.1:${one}$2`).join('\n'))
    .replace(/(ssl_certificate +).*;/, `$1${certificate};`)
    .replace(/(ssl_certificate_key +).*;/, `$1${key};`)
    .replace('/var/lib/nginx/twinleaf', join(folder, 'pages'))
    .replaceAll('/opt/twinleaf', root)
    .replaceAll('network.example.org', 'localhost')
  const file = join(folder, 'nginx.conf')
  // What Debian's own file says around it.
  const around = `user www-data; worker_processes auto; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 768; }
http { sendfile on; tcp_nopush on; include /etc/nginx/mime.types; gzip on;\n${site}}\n`
  writeFileSync(file, around)
  chmodSync(dirname(folder), 0o711)
  const child = spawn(nginx, ['-c', file, '-g', 'daemon off;'], { stdio: 'inherit' })
  await untilDone(async () => readFileSync(join(folder, 'pid')))
  return servant('nginx', child, 'SIGTERM')
}

function servant(name: string, child: ReturnType<typeof spawn>, signal: NodeJS.Signals): Service {
  return {
    name,
    pid: () => child.pid ?? 0,
    crash: () => Promise.reject(new Error(`${name} is not killed`)),
    async stop() {
      const ended = child.exitCode === null ? once(child, 'exit') : null
      child.kill(signal)
      await ended
    },
  }
}

async function untilDone(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await attempt().then(
        () => true,
        () => false,
      )
    )
      return
    await pause(100)
  }
  await attempt()
}
