import { chmodSync, mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openApp } from '../../src/cli/open.ts'
import { restoreMinute } from '../../src/cli/restore-minute.ts'
import { keepMinutes } from '../../src/features/backups/actions/minutes.ts'
import { createPerson, terminal } from '../../src/features/people/index.ts'
import type { App } from '../../src/platform/app.ts'
import { readConfig } from '../../src/platform/config.ts'
import { makeLink, useLink } from '../../src/platform/sign-in/index.ts'

const kept = aFolder()
const identity = await generateX25519Identity()

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'twinleaf-minute-'))
  chmodSync(folder, 0o711)
  return folder
}

const settings = async () =>
  readConfig({
    DATA_DIR: aFolder(),
    BACKUP_TO: kept,
    BACKUP_PUBLIC_KEY: await identityToRecipient(identity),
    MAIL_TRANSPORT: 'spool',
    LOG_LEVEL: 'silent',
    SECRET: 'a secret for tests, thirty-two characters or more',
  })

const arrive = (app: App, name: string) =>
  createPerson(app, terminal, { name, email: `${name.toLowerCase()}@library.example`, locale: 'en' })

const names = async (app: App) =>
  (await app.db.selectFrom('person').select('name').orderBy('name').execute()).map(({ name }) => name)

/** Ends the log file that is written to, waits until the server has archived it, and puts it away. */
async function ship(app: App): Promise<void> {
  const { rows } = await sql<{ file: string }>`select pg_walfile_name(pg_switch_wal()) as file`.execute(
    app.db,
  )
  const archived = async () =>
    (await readdir(join(app.config.dataDir, 'postgres/archive'))).includes(rows[0]?.file ?? '')
  while (!(await archived())) await pause(50)
  await keepMinutes(app)
}

test('the embedded database comes back as it was at any instant, and nobody is signed in to it', {
  timeout: 120_000,
}, async () => {
  const { app, close } = await openApp(await settings(), 'own', () => {})
  const ada = await arrive(app, 'Ada')
  await useLink(app, await makeLink(app, ada), new Headers())
  await keepMinutes(app)
  await arrive(app, 'Bela')
  await pause(200)
  const then = new Date().toISOString()
  await pause(200)
  await arrive(app, 'Cora')
  await ship(app)
  await close()
  const place = await settings()

  await restoreMinute(place, { at: then, identity, scrubbed: false })

  const back = await openApp(place, 'own', () => {})
  expect(await names(back.app)).toEqual(['Ada', 'Bela'])
  expect(await back.app.db.selectFrom('session').select('id').execute()).toEqual([])
  expect(await back.app.db.selectFrom('mailHold').select('reason').execute()).toEqual([
    { reason: 'restored' },
  ])
  await arrive(back.app, 'Dalia')
  await ship(back.app)
  await back.close()
  expect(await readdir(place.dataDir)).toEqual(['postgres'])

  const late = await settings()
  const beyond = restoreMinute(late, { at: '2100-01-01T00:00Z', identity, scrubbed: false })
  await expect(beyond).rejects.toMatchObject({ code: 'minute-not-covered' })
  const before = restoreMinute(late, { at: '2016-02-21T18:00Z', identity, scrubbed: false })
  await expect(before).rejects.toMatchObject({ code: 'minute-not-covered' })
  const never = restoreMinute(late, { at: 'yesterday', identity, scrubbed: false })
  await expect(never).rejects.toMatchObject({ code: 'minute-not-understood' })
  const onto = restoreMinute(place, { at: then, identity, scrubbed: false })
  await expect(onto).rejects.toMatchObject({ code: 'database-not-empty' })
  const locked = restoreMinute(late, { at: then, identity: null, scrubbed: false })
  await expect(locked).rejects.toMatchObject({ code: 'backup-needs-key' })
  expect(await readdir(late.dataDir)).toEqual([])
})
