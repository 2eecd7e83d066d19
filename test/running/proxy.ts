import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { root } from '../../src/platform/root.ts'
import { until } from '../outbox/until.ts'
import { ask, type ProxyDoor } from './ask.ts'
import { freePort } from './free-port.ts'
import { programAt } from './program.ts'

export const programs = { nginx: programAt('usr/sbin/nginx'), caddy: programAt('usr/bin/caddy') }
export type ProxyName = keyof typeof programs

export const siteName = 'network.example.org'

const certificate = join(import.meta.dirname, 'certificate.pem')
const key = join(import.meta.dirname, 'key.pem')

/** The proxy with our recipe, before a site on that port, on ports and in a folder of its own. */
export async function startProxy(proxy: ProxyName, site: number): Promise<ProxyDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'twinleaf-proxy-'))
  const [http, https] = [await freePort(), await freePort()]
  const args = prepare[proxy]({ folder, site, http, https })
  const child = spawn(programs[proxy] ?? '', args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { HOME: folder, XDG_DATA_HOME: folder },
  })
  const door = { port: https, plain: http, site: siteName, ca: readFileSync(certificate) }
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    await rm(folder, { recursive: true })
  })
  await until(async () => {
    if (child.exitCode !== null) throw new Error(said)
    return ask(door, '/healthz').then(
      () => true,
      () => false,
    )
  })
  return door
}

type Place = { folder: string; site: number; http: number; https: number }

const recipe = (name: string, site: number) =>
  readFileSync(join(root, 'deploy', name), 'utf8')
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${site}`)
    .replaceAll('/opt/twinleaf', root)

/** Writes the recipe with other ports and paths, and what is around it on Debian. @returns the program's arguments */
const prepare = {
  nginx({ folder, site, http, https }: Place) {
    const ours = recipe('nginx.conf', site)
      .replace(/listen (\[::\]:)?80;/g, `listen $1${http};`)
      .replace(/listen (\[::\]:)?443 ssl;/g, `listen $1${https} ssl;`)
      .replace(/\/etc\/letsencrypt\S+fullchain.pem/, certificate)
      .replace(/\/etc\/letsencrypt\S+privkey.pem/, key)
      .replace('/var/lib/nginx/twinleaf', join(folder, 'cache'))
    writeFileSync(join(folder, 'twinleaf.conf'), ours)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    const around = `${process.getuid?.() === 0 ? 'user root;' : ''} daemon off; pid ${folder}/pid; events {}
      http { types { text/html html; } access_log off;
      ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} include ${folder}/twinleaf.conf; }`
    writeFileSync(join(folder, 'nginx.conf'), around)
    return ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')]
  },
  caddy({ folder, site, http, https }: Place) {
    const ours = recipe('Caddyfile', site)
      .replace('lb_try_duration 10s', 'lb_try_duration 3s')
      .replace(/^\{/m, `{\n\tadmin off\n\thttp_port ${http}\n\thttps_port ${https}`)
      .replace(/^network.example.org \{/m, `$&\n\ttls ${certificate} ${key}`)
    writeFileSync(join(folder, 'Caddyfile'), ours)
    return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile']
  },
}
