import { CompiledQuery } from 'kysely'
import type { ConstructorOptions, PgBoss } from 'pg-boss'
import { type Tx, wayTo } from '../db/index.ts'
import type { App } from './app.ts'
import { causeNow } from './cause.ts'
import type { Queue } from './queue.ts'

/** A transaction of ours, as pg-boss wants it. It reads the names of its own columns, so no camel-casing. */
const asBossDatabase = (tx: Tx) => ({
  executeSql: async (text: string, values?: unknown[]) => {
    const { rows } = await tx.withoutPlugins().executeQuery(CompiledQuery.raw(text, values ?? []))
    return { rows }
  },
})

/**
 * The queue with a few connections of its own: several statements at once are more than Kysely passes on. Loaded only
 * here: a tenth of the program, of which most commands need nothing.
 */
export async function openBoss(url: string, max: number, options: ConstructorOptions): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  return new PgBoss({ ...wayTo(url), max, application_name: 'twinleaf-queue', ...options })
}

/** Neither looking after silent workers nor after a clock. */
export const quiet = { supervise: false, schedule: false, migrate: false }

/** The queue for sending. It is opened when it is first needed. */
export function queueAt(url: string, log: App['log']): Queue {
  let opening: Promise<PgBoss> | undefined
  let isClosing = false
  const open = async () => {
    const boss = await openBoss(url, 2, quiet)
    boss.on('error', (error) => isClosing || log.error({ err: error }, 'queue_error'))
    return boss.start()
  }
  const boss = () => {
    opening ??= open().catch((error) => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    boss,
    url,
    send: async (tx, name, payload) => {
      const cause = causeNow()
      const data = cause ? { ...payload, trace: cause.trace } : payload
      await (await boss()).send(name, data, { db: asBossDatabase(tx) })
    },
    async close() {
      isClosing = true
      await (await opening)?.stop({ graceful: false })
    },
  }
}
