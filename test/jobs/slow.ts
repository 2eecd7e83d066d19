import * as z from 'zod'
import { job } from '../../src/platform/jobs.ts'

/** Says in a table who has begun it, and lasts until the table says that it may end. */
export const slowJobBy = (worker: string) =>
  job('test.slow', z.strictObject({ id: z.uuid() }), async ({ db }, { id }) => {
    await db
      .insertInto('setting')
      .values({ key: `${id} begun by ${worker}`, value: '""', changedAt: new Date() })
      .execute()
    const mayEnd = () => db.selectFrom('setting').select('key').where('key', '=', 'may end').execute()
    while ((await mayEnd()).length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  })
