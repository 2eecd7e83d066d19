import { sql } from 'kysely'
import type { App } from '../../../platform/app.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { addressWorks } from '../../../platform/mail/index.ts'
import { hashOf } from '../../../platform/secret.ts'
import { sendLink } from '../jobs.ts'
import { countRequest, type LinkRequest } from './requests.ts'

/**
 * Asks for a mail with a link to sign in by. What is done here, and how long it takes, is the same whether we
 * know the address or not; the mail is written later, to people we know. For an address we do not know the job is
 * taken back again, so that strangers cannot fill the queue; so it is for an account that is closed, whose request is counted
 * as its own.
 *
 * @throws TooMany `too-many` by the limits of `linkLimits`
 */
export async function askForLink(app: App, asked: LinkRequest): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('person')
      .select(['id', 'disabledAt'])
      .where('emailKey', '=', emailKey(asked.email))
      .executeTakeFirst()
    const requestId = await countRequest(app, tx, known?.id ?? null, asked)
    await sql`savepoint unasked`.execute(tx)
    await enqueue(app, tx, sendLink, { requestId })
    const isOpen = known?.disabledAt === null
    await (isOpen ? sql`release savepoint unasked` : sql`rollback to savepoint unasked`).execute(tx)
  })
}

/** A link that was sent to somebody was used: emails reach their address. */
export async function noteArrival(app: App, secret: string): Promise<void> {
  const reached = await app.db
    .selectFrom('signInRequest as request')
    .innerJoin('person', 'person.id', 'request.personId')
    .where('request.linkHash', '=', hashOf(secret))
    .select('person.email')
    .executeTakeFirst()
  if (reached) await addressWorks(app, app.db, reached.email)
}
