import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import type { Waiting } from '../../../platform/backups/index.ts'
import { note } from '../../../platform/journal.ts'
import { holdMail } from '../../../platform/mail/index.ts'
import { leaveObjects } from '../../media/index.ts'
import { type Erased, eraseAgain } from '../../own-data/index.ts'
import { scrub } from './scrub.ts'

/** What is being restored: from which backup, for which use, and which jobs waited then. */
export type Restored = {
  backup: string
  madeAt: string
  /** For testing: nobody is to be recognised in it, and nobody to get an email from it. */
  scrubbed: boolean
  waiting: readonly Waiting[]
  /** Who was erased, since then or before. */
  erased: readonly Erased[]
}

/** Sessions, and what stands for one: from a copy of files they would come back. */
const waysIn = ['session', 'verification', 'sign_in_request']

/**
 * Readies a restored network for being opened. This is the one place for whatever must be true of restored rows before
 * anyone sees them: all of it happens in this transaction, and until it has, no process opens the database.
 *
 * @param jobs names of the jobs that this program knows
 */
export async function settleRestored(app: App, restored: Restored, jobs: ReadonlySet<string>): Promise<void> {
  const { backup, madeAt, scrubbed, waiting, erased } = restored
  await app.db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await eraseAgain(app, tx, erased)
    if (scrubbed) await scrub(tx)
    for (const table of waysIn) await sql`delete from ${sql.table(table)}`.execute(tx)
    await leaveObjects(tx, app.now())
    await holdMail(tx, app.now(), scrubbed ? 'scrubbed' : 'restored')
    for (const { queue, payload } of scrubbed ? [] : waiting) {
      if (jobs.has(queue)) await app.queue.send(tx, queue, payload)
    }
    await note(tx, app.now(), null, 'backup.restored', null, { backup, madeAt })
  })
}
