import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness.ts'
import { found } from './found.ts'

test('a mailbox that was never read is told of, and none where there is none', async () => {
  const app = await testApp(undefined, {
    BOUNCE_ADDRESS: 'mail@network.example',
    IMAP_URL: 'imaps://mail:password@network.example',
  })
  const without = { ...app, config: { ...app.config, mail: { ...app.config.mail, mailbox: null } } }
  const ageIn = async (one: typeof app) =>
    /^twinleaf_mailbox_read_age_seconds .*$/m.exec(await found(one, []))

  expect((await ageIn(app))?.[0]).toBe('twinleaf_mailbox_read_age_seconds +Inf')
  expect(await ageIn({ ...app, ...without })).toBeNull()
})
