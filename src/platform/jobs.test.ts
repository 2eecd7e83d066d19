import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { withoutValues } from './jobs.ts'

const app = await testApp()

test('a job that fails says what went wrong, and nothing of the row it was about', async () => {
  const row = { key: 'a key', kind: 'sign-in', toAddress: 'ada@library.example', subject: '', html: '' }
  const text = 'http://localhost:3000/sign-in/link/very-secret'
  const write = async () => {
    await app.db
      .insertInto('outbox')
      .values({
        ...row,
        text,
        messageId: '<1@localhost>',
        state: 'lost',
        dueAt: app.now(),
        createdAt: app.now(),
      })
      .execute()
  }

  const plain = await write().catch((error) => error)
  const told = await withoutValues(write).catch((error) => error)

  expect(JSON.stringify(plain)).toContain('very-secret')
  expect(JSON.stringify({ ...told, message: told.message, stack: told.stack })).not.toContain('very-secret')
  expect(told).toMatchObject({
    type: 'error',
    code: '23514',
    message: expect.stringContaining('outbox_state_known'),
  })
})
