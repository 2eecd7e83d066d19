import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { root } from '../../platform/root.ts'

const app = await testApp()
const env = {
  DATABASE_URL: app.config.databaseUrl ?? '',
  DATA_DIR: app.config.dataDir,
  BASE_URL: '',
  LOG_LEVEL: 'silent',
  BOUNCE_ADDRESS: 'mail@network.example',
}

/** Hands a message over as Postfix does. */
function hand(message: string, settings: Record<string, string> = {}) {
  const command = [join(root, 'bin/twinleaf.mjs'), 'mail', 'receive']
  const child = spawn(process.execPath, command, { env: { ...process.env, ...env, ...settings } })
  // Who is refused may be told so before all of a letter has come.
  child.stdin.on('error', () => {}).end(message)
  return new Promise<number | null>((resolve) => child.once('close', resolve))
}

test('a mail server is told whether it is done, nobody is here, or it is to try again', async () => {
  const letter = 'From: ada@library.example\r\nSubject: Hello\r\n\r\nWho are you?\r\n'

  const codes = await Promise.all([
    hand(`Auto-Submitted: auto-replied\r\n${letter}`),
    hand(`${letter}${'long '.repeat(400_000)}`),
    hand(letter, { BOUNCE_ADDRESS: '' }),
    hand(letter, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
    hand(letter, { PORT: 'eighty' }),
  ])

  expect(codes).toEqual([0, 67, 75, 75, 75])
  const kept = await app.db.selectFrom('inboundMail').select(['kind', 'text']).execute()
  expect(kept).toEqual([
    { kind: 'unknown', text: '' },
    { kind: 'unknown', text: '' },
  ])
})
