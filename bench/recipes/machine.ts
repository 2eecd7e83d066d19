import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A Debian that has just been installed and started, in a folder of this machine and on its network. */
export type Machine = {
  folder: string
  /** Gives commands to root's shell, which goes on from where it was, variables included. @throws when one of them fails */
  give(commands: string): Promise<string>
  end(): Promise<void>
}

/** Where this machine keeps the certificate authorities that its registries are signed by, if they are its own. */
const authorities = process.env.NODE_EXTRA_CA_CERTS

export async function bareDebian(): Promise<Machine> {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-debian-'))
  unpack(folder)
  const machine = spawn(
    'systemd-nspawn',
    [...whereNoneRuns(), '--quiet', '--directory', folder, '--boot', '--console=read-only'],
    { detached: true, stdio: 'ignore', env: { ...process.env, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' } },
  )
  const first = await firstProcessOf(machine.pid ?? 0)
  const shell = openShell(first)
  await shell.give('systemctl is-system-running --wait || true')
  return {
    folder,
    give: shell.give,
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
  const anyDay = ['--aptopt=Acquire::Check-Valid-Until "false"', '--aptopt=Acquire::Check-Date "false"']
  execFileSync('mmdebstrap', ['--quiet', '--variant=important', ...anyDay, 'trixie', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (authorities) copyFileSync(authorities, join(folder, 'srv/authorities.pem'))
}

/** On a machine whose own first process is not systemd, nobody is there to be told of another. */
const whereNoneRuns = () => (existsSync('/run/systemd/system') ? [] : ['--register=no', '--keep-unit'])

async function firstProcessOf(outer: number): Promise<string> {
  for (;;) {
    const [first] = readFileSync(`/proc/${outer}/task/${outer}/children`, 'utf8').split(' ')
    if (first && readFileSync(`/proc/${first}/comm`, 'utf8').startsWith('systemd')) {
      // Until it has mounted what it needs there is nobody to ask.
      await pause(2000)
      return first
    }
    await pause(50)
  }
}

const end = 'the end of these commands'

function openShell(first: string) {
  const spaces = ['--mount', '--uts', '--ipc', '--pid', '--cgroup']
  const child = spawn('nsenter', ['--target', first, ...spaces, '--', '/bin/bash', '-e'], {
    cwd: '/',
    env: {
      HOME: '/root',
      LANG: 'C.UTF-8',
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      DEBIAN_FRONTEND: 'noninteractive',
      ...(authorities && { NODE_EXTRA_CA_CERTS: '/srv/authorities.pem' }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part
    })
  return {
    give(commands: string): Promise<string> {
      said = ''
      child.stdin.write(`cd /root\n${commands}\necho '${end}'\n`)
      return new Promise((resolve, reject) => {
        child.once('exit', () => reject(new Error(`${commands}\n${said}`)))
        child.stdout.on('data', function look() {
          if (!said.includes(end)) return
          child.stdout.off('data', look)
          child.removeAllListeners('exit')
          resolve(said.slice(0, said.indexOf(end)).trim())
        })
      })
    },
    end: () => child.stdin.end(),
  }
}
