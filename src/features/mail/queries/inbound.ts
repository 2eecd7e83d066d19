import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { receiverName } from './addressed-to.ts'

/** What is shown of what came back, in days. */
const shownDays = 30
const mostShown = 200

const since = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Letters that nobody has settled, the oldest first. */
export const openLetters = (db: Db) =>
  db
    .selectFrom('inboundMail')
    .leftJoin('outbox', 'outbox.id', 'inboundMail.outboxId')
    .where('inboundMail.kind', '=', 'letter')
    .where('inboundMail.settledAt', 'is', null)
    .select(['inboundMail.id', 'inboundMail.receivedAt', 'inboundMail.fromAddress', 'inboundMail.fromName'])
    .select(['inboundMail.subject', 'inboundMail.text', 'outboxId', 'outbox.subject as about'])
    .orderBy('inboundMail.receivedAt')
    .orderBy('inboundMail.id')
    .limit(mostShown)
    .execute()

/** Emails of the last days that came back, the newest first. */
export const latestReturns = (db: Db, now: Date) =>
  db
    .selectFrom('mailReturn')
    .innerJoin('outbox', 'outbox.id', 'mailReturn.outboxId')
    .where('returnedAt', '>', since(now, shownDays))
    .select(['outboxId', 'verdict', 'said', 'address', 'returnedAt'])
    .select(receiverName.as('toName'))
    .orderBy('returnedAt', 'desc')
    .orderBy('mailReturn.id', 'desc')
    .limit(mostShown)
    .execute()

/** What became of one email after it was handed over, the oldest first. */
export const returnsOf = (db: Db, outboxId: string) =>
  db
    .selectFrom('mailReturn')
    .select(['verdict', 'said', 'returnedAt'])
    .where('outboxId', '=', outboxId)
    .orderBy('id')
    .execute()

/** How many letters wait, since when, and how many emails were refused of late because of how we send. */
export const inboundCounts = (db: Db, now: Date) =>
  db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('inboundMail')
        .where('kind', '=', 'letter')
        .where('settledAt', 'is', null)
        .select((one) => one.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('letters'),
      eb
        .selectFrom('mailReturn')
        .where('verdict', '=', 'refused')
        .where('returnedAt', '>', since(now, refusedDays))
        .select((one) => one.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('refused'),
      sql<Date | null>`(select max(received_at) from inbound_mail)`.as('lastAt'),
    ])
    .executeTakeFirstOrThrow()

/** For how long a refusal is on the desk. */
const refusedDays = 7
