import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openShell } from './shell.ts'
import { authorities, unpackDebian } from './unpack.ts'

/** This machine, with a Podman that keeps its images, containers and volumes in a folder of its own. */
export function podmanInAFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-podman-'))
  const env = { ...process.env, ...settingsIn(folder) }
  const project = join(folder, 'twinleaf')
  mkdirSync(project)
  const shell = openShell('/bin/bash', ['-e'], { cwd: project, env })
  return {
    folder,
    /** The folder of the project, which the page's commands are given in. */
    project,
    give: shell.give,
    end() {
      shell.end()
      execFileSync('podman', ['rm', '--all', '--force'], { env, stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Podman = ReturnType<typeof podmanInAFolder>

/** What this machine needs of Podman is said by files, so that the page's commands stay as they are. */
function settingsIn(folder: string): Record<string, string> {
  const [engine, storage] = [join(folder, 'engine.conf'), join(folder, 'storage.conf')]
  writeFileSync(engine, engineSettings(folder))
  const places = { graphroot: join(folder, 'store'), runroot: join(folder, 'run') }
  const lines = Object.entries(places).map(([name, place]) => `${name} = "${place}"`)
  writeFileSync(storage, ['[storage]', 'driver = "overlay"', ...lines, ''].join('\n'))
  return {
    CONTAINERS_CONF_OVERRIDE: engine,
    CONTAINERS_STORAGE_CONF: storage,
    PODMAN_IGNORE_CGROUPSV1_WARNING: '1',
  }
}

function engineSettings(folder: string): string {
  // Root may not raise these everywhere, as Podman would.
  const limits = [`nofile=${hardLimit('-n')}`, `nproc=${hardLimit('-u')}`].map((one) => `"${one}"`)
  // Where the second kind of control groups is mounted beside the first, crun refuses.
  const runtime = existsSync('/sys/fs/cgroup/unified') ? ['runtime = "runc"'] : []
  return [
    ...['[containers]', `default_ulimits = [${limits}]`],
    ...['[engine]', `tmp_dir = "${join(folder, 'run/engine')}"`, ...runtime, ''],
  ].join('\n')
}

function hardLimit(which: '-n' | '-u'): string {
  const most = execFileSync('bash', ['-c', `ulimit -H ${which}`], { encoding: 'utf8' }).trim()
  const said = most === 'unlimited' ? '-1' : most
  return `${said}:${said}`
}

/** What a slim image leaves out. */
const leftOut = ['doc', 'info', 'locale', 'man'].map((one) => `--dpkgopt=path-exclude=/usr/share/${one}/*`)

/**
 * The image that the Containerfile begins with, made here from Debian's packages. Who follows the page gets it from the
 * registry of Docker, which the bench does without: it then needs nothing that the recipe for Debian does not need. It trusts
 * whom this machine trusts.
 */
export async function makeSlimDebian({ folder, give }: Podman): Promise<void> {
  const file = join(folder, 'debian.tar')
  const trusted = authorities ? [`--customize-hook=copy-in ${authorities} /srv`] : []
  unpackDebian(file, '--variant=minbase', ...leftOut, ...trusted)
  const change = authorities ? `--change ENV=NODE_EXTRA_CA_CERTS=/srv/${basename(authorities)}` : ''
  await give(`podman import --quiet ${change} ${file} docker.io/library/debian:13-slim`)
}

/** Starts Caddy with our recipe, as the page has it in front. It keeps its files where the package for Debian does, in that folder. */
export function startCaddy({ folder, project }: Podman, site: string) {
  const file = join(folder, 'Caddyfile')
  const recipe = readFileSync(join(project, 'deploy/Caddyfile'), 'utf8')
    .replaceAll('network.example.org', site)
    .replaceAll('/opt/twinleaf', project)
  writeFileSync(file, recipe.replace(/^\{/m, '{\n\tadmin off\n\tskip_install_trust'))
  const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: join(folder, 'var/lib/caddy/.local/share') },
  })
  return { stop: () => caddy.kill('SIGTERM') }
}
