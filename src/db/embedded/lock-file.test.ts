import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFile, lockFileHolder } from './lock-file.ts'
import { aDirectory } from './trial-owner.ts'

/** A living process, and the mark it would leave in a lock file. */
async function anotherProcess(dataDir: string) {
  const child = spawn('sleep', ['60'])
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'spawn')
  const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8')
  const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return { child, write: () => writeFile(join(dataDir, 'owner.lock'), `${child.pid}\n${start}`) }
}

test('a directory has one owner, and none when it is given back', async () => {
  const dataDir = await aDirectory()

  const first = await lockFile(dataDir)
  const second = await lockFile(dataDir)
  if (first.held) await first.release()

  expect(first).toEqual({ held: true, release: expect.any(Function) })
  expect(second).toEqual({ held: false, owner: String(process.pid) })
  expect(await lockFileHolder(dataDir)).toBe(null)
  expect(await readdir(dataDir)).toEqual([])
})

test('a dead owner’s directory is taken over', async () => {
  const dataDir = await aDirectory()
  const other = await anotherProcess(dataDir)
  await other.write()
  expect(await lockFile(dataDir)).toEqual({ held: false, owner: String(other.child.pid) })

  other.child.kill('SIGKILL')
  await once(other.child, 'exit')

  expect(await lockFile(dataDir)).toEqual({ held: true, release: expect.any(Function) })
})

test('a stranger with the dead owner’s number owns nothing', async () => {
  const dataDir = await aDirectory()
  await writeFile(join(dataDir, 'owner.lock'), `${process.pid}\n1`)

  expect(await lockFile(dataDir)).toEqual({ held: true, release: expect.any(Function) })
})

test('of several that find a dead owner’s lock, one takes it', async () => {
  const dataDir = await aDirectory()
  await writeFile(join(dataDir, 'owner.lock'), `${process.pid}\n1`)

  const claims = await Promise.all([1, 2, 3, 4].map(() => lockFile(dataDir)))

  expect(claims.filter((claim) => claim.held)).toHaveLength(1)
})
