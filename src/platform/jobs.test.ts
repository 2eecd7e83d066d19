import { expect, test } from 'vitest'
import { testApp } from '../../test/harness.ts'
import { withoutValues } from './jobs.ts'
import { prepareQueues } from './prepare-queues.ts'

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

test('what a clock started in an earlier version, and nobody does any more, is started no more', async () => {
  const boss = await app.queue.boss()
  const { url } = app.queue
  await prepareQueues(app.db, url, [{ name: 'old.work' }, { name: 'new.work' }])
  await boss.schedule('old.work', '0 3 * * *')
  await boss.schedule('new.work', '0 3 * * *')

  await prepareQueues(app.db, url, [{ name: 'new.work' }])

  expect((await boss.getSchedules()).map(({ name }) => name)).toEqual(['new.work'])
})

test('queues that are as this program wants them are not touched again', async () => {
  const queues = [{ name: 'some.work' }]
  await prepareQueues(app.db, app.queue.url, queues)
  const boss = await app.queue.boss()
  await boss.updateQueue('some.work', { retryLimit: 1 })

  await prepareQueues(app.db, app.queue.url, queues)
  expect(await boss.getQueue('some.work')).toMatchObject({ retryLimit: 1 })

  await prepareQueues(app.db, app.queue.url, [...queues, { name: 'more.work' }])
  expect(await boss.getQueue('some.work')).toMatchObject({ retryLimit: 5 })
  expect(await boss.getQueue('more.work')).toMatchObject({ retryLimit: 5 })
})
