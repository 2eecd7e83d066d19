import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Postmaster } from './postmaster.ts'
import { supervise } from './supervisor.ts'

/** A run that lives until it is stopped or told to die. */
function aRun() {
  let die: (reason: string) => void = () => {}
  const ended = new Promise<string>((settle) => {
    die = settle
  })
  const run: Postmaster = { ended, stop: async () => die('it was stopped') }
  return { ...run, die }
}

/** Gives these runs one after the other; null stands for a start that fails. */
function starts(...runs: (Postmaster | null)[]) {
  let count = 0
  const start = async () => {
    const run = runs[count]
    count += 1
    if (run) return run
    throw new Error('the disk is full')
  }
  return { start, count: () => count }
}

test('a server that dies is started again, through failures, and stops when told', async () => {
  const [first, second] = [aRun(), aRun()]
  const { start, count } = starts(first, null, second)
  const log: string[] = []
  const exits: string[] = []

  const supervised = await supervise({
    start,
    log: (line) => log.push(line),
    onExit: async (reason) => void exits.push(reason),
  })
  first.die('it got SIGKILL')
  while (count() < 3) await pause(10)
  await supervised.stop()

  expect({ exits, log, starts: count() }).toEqual({
    exits: [],
    starts: 3,
    log: [
      'PostgreSQL is gone: it got SIGKILL. It is started again.',
      'PostgreSQL is gone: the disk is full. It is started again.',
    ],
  })
})

test('a server that cannot be started any more is given up once, with the last reason', async () => {
  const first = aRun()
  const { start } = starts(first)
  const exits: string[] = []

  await supervise({ start, log: () => {}, onExit: async (reason) => void exits.push(reason), patience: 200 })
  first.die('it got SIGKILL')
  while (exits.length === 0) await pause(10)
  await pause(300)

  expect(exits).toEqual(['the disk is full'])
})

test('stopping does not wait for the next try', async () => {
  const first = aRun()
  const { start, count } = starts(first)

  const supervised = await supervise({ start, log: () => {}, onExit: async () => {} })
  first.die('it got SIGKILL')
  while (count() < 4) await pause(10)
  await supervised.stop()

  expect(count()).toBe(4)
})

test('a first start that fails is the caller’s to see', async () => {
  const { start } = starts(null)

  await expect(supervise({ start, log: () => {}, onExit: async () => {} })).rejects.toThrow(
    'the disk is full',
  )
})
