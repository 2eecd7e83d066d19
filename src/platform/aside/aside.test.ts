import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { aside } from './index.ts'

type Asked = { does: 'work' | 'throw' | 'die' | 'hang' }
type Answer = { pid: number; done: number; least: number; knows: string[] }

const folder = mkdtempSync(join(tmpdir(), 'aside-'))
afterAll(() => rmSync(folder, { recursive: true }))
const entry = join(folder, 'entry.mjs')
writeFileSync(
  entry,
  `import { answering } from ${JSON.stringify(join(import.meta.dirname, 'answering.ts'))}
   let done = 0
   let now = 0
   answering(async ({ does }) => {
     now += 1
     if (does === 'die') process.kill(process.pid, 'SIGKILL')
     if (does === 'hang') await new Promise(() => {})
     await new Promise(setImmediate)
     now -= 1
     if (does === 'throw') throw new RangeError('too much')
     done += 1
     return { pid: process.pid, done, least: now, knows: Object.keys(process.env) }
   })`,
)
const anAside = (longestMs = 60_000, restMs = 60_000) =>
  aside<Asked, Answer>(entry, { longestMs, restMs, env: { TOLD: 'this' } })

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('one process does one piece of work after the other, and what goes wrong in one holds up none', async () => {
  const ask = anAside()

  const told = await Promise.allSettled((['work', 'throw', 'work'] as const).map((does) => ask({ does })))

  expect(told.map((one) => (one.status === 'fulfilled' ? one.value.done : String(one.reason)))).toEqual([
    1,
    'Error: RangeError: too much',
    2,
  ])
  const [first, , last] = told.map((one) => (one.status === 'fulfilled' ? one.value : null))
  expect([last?.pid === first?.pid, last?.least]).toEqual([true, 0])
})

test('it knows of its surroundings what it was told', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://secret')

  const { knows } = await anAside()({ does: 'work' })

  expect(knows).toContain('TOLD')
  expect(knows).not.toContain('DATABASE_URL')
})

test('a process that dies is told of, and another takes its place', async () => {
  const ask = anAside()
  const before = await ask({ does: 'work' })

  await expect(ask({ does: 'die' })).rejects.toThrow('the process aside ended')
  const after = await ask({ does: 'work' })

  expect([after.pid === before.pid, after.done]).toEqual([false, 1])
})

test('work that takes too long is ended, and what comes after it is not', async () => {
  const ask = anAside(5_000)

  const [late, next] = await Promise.allSettled([ask({ does: 'hang' }), ask({ does: 'work' })])

  expect(late).toMatchObject({ reason: new Error('the process aside took too long') })
  expect(next).toMatchObject({ value: { done: 1 } })
})

test('it ends once it has had nothing to do for a while', async () => {
  const { pid } = await anAside(60_000, 0)({ does: 'work' })

  await vi.waitFor(() => expect(isThere(pid)).toBe(false), { timeout: 60_000 })
})
