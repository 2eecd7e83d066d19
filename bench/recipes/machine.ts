import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openShell } from './shell.ts'
import { authorities, unpackDebian } from './unpack.ts'

/** A Debian that has just been installed and started, in a folder of this machine and on its network. */
export type Machine = {
  folder: string
  /** Gives commands to root's shell, which goes on from where it was, variables included. @throws when one of them fails */
  give(commands: string): Promise<string>
  end(): Promise<void>
}

export async function bareDebian(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-debian-'))
  unpack(folder)
  const machine = spawn(
    'systemd-nspawn',
    [...whereNoneRuns(), '--quiet', '--directory', folder, '--boot', '--console=read-only'],
    { detached: true, stdio: 'ignore', env: { ...process.env, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' } },
  )
  const first = await firstProcessOf(machine.pid ?? 0)
  await whenItHasStarted(first)
  const shell = shellOf(first)
  return {
    folder,
    give: (commands) => shell.give(`cd /root\n${commands}`),
    async end() {
      shell.end()
      process.kill(machine.pid ?? 0, 'SIGTERM')
      if (machine.exitCode === null) await new Promise((resolve) => machine.once('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What `debootstrap` installs, which is what those who sell machines begin with. */
function unpack(folder: string): void {
  unpackDebian(folder, '--variant=important')
  if (authorities) copyFileSync(authorities, join(folder, 'srv/authorities.pem'))
}

/** On a machine whose own first process is not systemd, nobody is there to be told of another. */
const whereNoneRuns = () => (existsSync('/run/systemd/system') ? [] : ['--register=no', '--keep-unit'])

async function firstProcessOf(outer: number): Promise<string> {
  for (;;) {
    const [first] = readFileSync(`/proc/${outer}/task/${outer}/children`, 'utf8').split(' ')
    if (first && readFileSync(`/proc/${first}/comm`, 'utf8').startsWith('systemd')) return first
    await pause(50)
  }
}

/** Until it has mounted what it needs there is nobody to ask, on a busy machine for many seconds. */
async function whenItHasStarted(first: string): Promise<void> {
  for (;;) {
    const { stdout } = spawnSync('nsenter', [...inside(first), '/usr/bin/systemctl', 'is-system-running'])
    if (/^(running|degraded)/.test(String(stdout))) return
    await pause(200)
  }
}

const inside = (first: string) => ['--target', first, '--mount', '--uts', '--ipc', '--pid', '--cgroup', '--']

function shellOf(first: string) {
  return openShell('nsenter', [...inside(first), '/bin/bash', '-e'], {
    cwd: '/',
    env: {
      HOME: '/root',
      LANG: 'C.UTF-8',
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      DEBIAN_FRONTEND: 'noninteractive',
      ...(authorities && { NODE_EXTRA_CA_CERTS: '/srv/authorities.pem' }),
    },
  })
}
