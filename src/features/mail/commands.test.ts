import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { introductions, queue } from '../../../test/outbox/letters.ts'
import type { CommandInput } from '../../platform/commands.ts'
import { suppress } from '../../platform/mail/index.ts'
import { commands } from './commands.ts'

const app = await testApp()

function run(name: string, input: Partial<CommandInput> = {}) {
  const command = commands.find((one) => one.name === name)
  if (!command) throw new Error(`no command ${name}`)
  return command.run(app, { args: [], options: {}, switches: new Set(), lists: {}, ...input })
}

test('the terminal tells where all mail stands, stops and resumes a campaign, and sends what is due', async () => {
  const campaign = await introductions(app, 3)
  await queue(app, { to: 'no address' })

  await run('mail stop', { args: [campaign] })
  const first = await run('mail send')
  const between = await run('mail status')
  const { key } = await app.db.selectFrom('mailCampaign').select('key').executeTakeFirstOrThrow()
  await run('mail resume', { args: [key] })
  const second = await run('mail send')
  const { json: failed } = await run('mail list', { options: { state: 'failed' } })

  const none = { queued: 0, sending: 0, sent: 0, deferred: 0, failed: 0, suppressed: 0, unknown: 0 }
  expect(first.json).toEqual({ sent: 0, deferred: 0, failed: 1, suppressed: 0, unknown: 0 })
  expect(between.json).toEqual({
    transport: 'spool',
    states: { ...none, queued: 3, failed: 1 },
    kinds: { introduction: { ...none, queued: 3 }, 'sign-in': { ...none, failed: 1 } },
    lately: { failed: 1, unknown: 0 },
    possiblyDoubled: 0,
    unknown: 0,
    oldestDue: null,
    suppressedAddresses: 0,
    hold: null,
    campaigns: [
      {
        id: campaign,
        key,
        kind: 'introduction',
        roundId: null,
        createdAt: app.now(),
        stoppedAt: app.now(),
        total: 3,
        sent: 0,
        waiting: 3,
        failed: 0,
        suppressed: 0,
        unknown: 0,
        possiblyDoubled: 0,
      },
    ],
  })
  expect(second.text).toBe('3 sent')
  expect(failed).toMatchObject([{ toAddress: 'no address', lastError: 'bad-address' }])
})

test('an address from which mail came back is written to again when somebody says so', async () => {
  await suppress(app, app.db, 'ada@library.example', 'bounce')
  await queue(app)
  const held = await run('mail send')

  await run('mail allow', { args: ['Ada@Library.example'] })
  await queue(app)
  const sent = await run('mail send')

  expect(held.json).toMatchObject({ sent: 0, suppressed: 1 })
  expect(sent.json).toMatchObject({ sent: 1, suppressed: 0 })
})

test('a state or a campaign that does not exist is refused', async () => {
  await expect(run('mail list', { options: { state: 'lost' } })).rejects.toMatchObject({
    code: 'unknown-mail-state',
  })
  await expect(run('mail stop', { args: ['nothing'] })).rejects.toMatchObject({ code: 'no-such-campaign' })
})
