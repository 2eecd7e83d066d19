import { spawnSync } from 'node:child_process'
import { chmod, chown, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startEmbedded } from './index.ts'
import { aDatabase, aDirectory, anOwner, ask, end, pidOf, urlElsewhere } from './trial-owner.ts'

const asRoot = test.runIf(process.platform === 'linux' && process.geteuid?.() === 0)
const DAEMON = 1
const NOBODY = 65534

async function ownerOf(path: string) {
  return (await stat(path)).uid
}

/** The account and the process group of the running server, as the kernel sees them. */
async function serverOn(dataDir: string) {
  const pid = await pidOf(join(dataDir, 'cluster'))
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return { uid: Number(/^Uid:\t(\d+)/m.exec(status)?.[1]), leadsItsGroup: Number(fields[2]) === pid }
}

asRoot('a plain user runs the database under their own name', async () => {
  const dataDir = await aDirectory()
  await chown(dataDir, DAEMON, DAEMON)

  const owner = await anOwner(dataDir, [
    'setpriv',
    `--reuid=${DAEMON}`,
    `--regid=${DAEMON}`,
    '--clear-groups',
    '--',
  ])

  expect(owner.said()).toBe(owner.url)
  expect(await serverOn(dataDir)).toEqual({ uid: DAEMON, leadsItsGroup: true })
  expect(await ask(owner.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
  await end(owner.child, 'SIGKILL')
  const again = await anOwner(dataDir, [
    'setpriv',
    `--reuid=${DAEMON}`,
    `--regid=${DAEMON}`,
    '--clear-groups',
    '--',
  ])
  expect(again.url).toBe(owner.url)
})

asRoot('a plain user is told whose the database is, when it is another’s', async () => {
  const dataDir = await aDatabase()
  await chown(dataDir, DAEMON, DAEMON)

  const owner = await anOwner(dataDir, [
    'setpriv',
    `--reuid=${DAEMON}`,
    `--regid=${DAEMON}`,
    '--clear-groups',
    '--',
  ])

  expect(owner.said()).toBe(
    `CannotStart: ${dataDir}/cluster belongs to another user (number ${NOBODY}). Start Twinleaf as that user, or as root.`,
  )
})

asRoot('root gives the database to an account without rights', async () => {
  const dataDir = await aDirectory()

  const server = await startEmbedded({ dataDir })
  onTestFinished(() => server.stop())

  expect(await serverOn(dataDir)).toEqual({ uid: NOBODY, leadsItsGroup: true })
  expect(await ownerOf(join(dataDir, 'cluster'))).toBe(NOBODY)
})

asRoot('a directory that only root may enter works too, and survives kill -9', async () => {
  const parent = await aDirectory()
  await chmod(parent, 0o700)
  const dataDir = join(parent, 'data')

  const owner = await anOwner(dataDir)
  await ask(owner.url ?? '', "create table kept as select 'a word' as word")
  const attached = await urlElsewhere(dataDir)
  await end(owner.child, 'SIGKILL')
  const again = await startEmbedded({ dataDir })
  onTestFinished(() => again.stop())

  expect([attached, again.url]).toEqual([owner.url, owner.url])
  expect(await ask(again.url, 'select * from kept')).toEqual([{ word: 'a word' }])
  expect(await ownerOf(join(dataDir, 'cluster'))).toBe(0)
})

const withMounts = test.runIf(
  process.platform === 'linux' && spawnSync('unshare', ['--mount', 'true']).status === 0,
)

withMounts(
  'where a container forbids namespaces, a directory that only root may enter works too',
  async () => {
    const parent = await aDirectory()
    await chmod(parent, 0o700)
    const dataDir = join(parent, 'data')
    const mountPoint = await aDirectory()
    // The kernel makes no user namespace for a process in a changed root.
    const inContainer = [
      'unshare',
      '--mount',
      'sh',
      '-c',
      'mount --rbind / "$0" && PATH="$PATH:/usr/sbin:/sbin" exec chroot "$0" "$@"',
      mountPoint,
    ]

    const owner = await anOwner(dataDir, inContainer)

    expect(owner.said()).toBe(owner.url)
    expect(await ask(owner.url ?? '', 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await serverOn(dataDir)).toEqual({ uid: NOBODY, leadsItsGroup: true })
    await end(owner.child, 'SIGKILL')
    const again = await anOwner(dataDir, inContainer)
    expect(again.url).toBe(owner.url)
  },
)

asRoot('the database changes hands with its directory', async () => {
  const dataDir = await aDirectory()
  await chmod(dataDir, 0o700)
  const closed = await startEmbedded({ dataDir })
  await ask(closed.url, "create table kept as select 'a word' as word")
  await closed.stop()

  await chmod(dataDir, 0o755)
  const open = await startEmbedded({ dataDir })
  expect(await serverOn(dataDir)).toEqual({ uid: NOBODY, leadsItsGroup: true })
  expect(await ask(open.url, 'select * from kept')).toEqual([{ word: 'a word' }])
  await open.stop()

  await chmod(dataDir, 0o700)
  const closedAgain = await startEmbedded({ dataDir })
  onTestFinished(() => closedAgain.stop())
  expect(await serverOn(dataDir)).toEqual({ uid: 0, leadsItsGroup: true })
  expect(await ask(closedAgain.url, 'select * from kept')).toEqual([{ word: 'a word' }])
})
