import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import { restore } from '../../src/cli/restore.ts'
import { createBackup } from '../../src/features/backups/actions/create.ts'
import { root } from '../../src/platform/root.ts'
import { aPerson } from '../builders.ts'
import { commandNamed, testApp } from '../harness.ts'
import { anEmptyPlace, thingsIn } from './harness.ts'

const app = await testApp()
await aPerson(app, { role: 'director' })
const { backup } = await createBackup(app)
const file = join(backup.place, backup.name)

const children = new Set<ChildProcess>()
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Runs a command in a process of its own and kills it as soon as that is so. */
async function killedWhen(
  { databaseUrl, dataDir }: { databaseUrl: string | null; dataDir: string },
  words: string[],
  isSo: () => Promise<boolean>,
): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'bin/twinleaf.mjs'), ...words], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl ?? '',
      DATA_DIR: dataDir,
      BASE_URL: '',
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
  children.add(child)
  const ended = once(child, 'exit')
  while (child.exitCode === null && !(await isSo())) await pause(2)
  child.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
}

test('a restore that is killed is told at the next start, and begins anew', async () => {
  const place = await anEmptyPlace()
  const isBegun = async () => (await thingsIn(place.databaseUrl)).some(({ name }) => name === 'person')
  await killedWhen(place, ['backup', 'restore', file], isBegun)

  const opening = openApp(place, 'either').catch((error: unknown) => error)
  const told = await opening
  const { rows } = await restore(place, file, {})

  expect(String(told)).toContain(
    'A restore into this database was cut off before its end. Start it again: `twinleaf backup restore FILE`.',
  )
  expect(rows).toBe(backup.rowCount)
  await openApp(place, 'either').then(({ close }) => close())
})

test('a backup that is killed while it is made is not listed', async () => {
  const folder = join(app.config.dataDir, 'backups')
  const before = readdirSync(folder)
  const isBegun = async () => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.part'))
  // Held up at a table that somebody else has, it cannot end before it is killed.
  const holding = await app.db.startTransaction().execute()
  await sql`lock table outbox in access exclusive mode`.execute(holding)
  await killedWhen({ ...app.config }, ['backup', 'create'], isBegun)
  await holding.rollback().execute()

  const { json } = await commandNamed('backup list').run(app, {
    args: [],
    options: {},
    switches: new Set(),
    lists: {},
  })

  const { backups } = json as { backups: { name: string }[] }
  expect(readdirSync(folder).length).toBe(before.length + 1)
  expect(backups.map(({ name }) => name)).toEqual([backup.name])
})
