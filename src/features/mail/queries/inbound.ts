import type { Db } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { daysBefore } from '../../../platform/days.ts'
import { mailboxState } from '../../../platform/mail/index.ts'
import { receiverName } from './addressed-to.ts'

/** What is shown of what came back, in days. */
const shownDays = 30
const mostShown = 200

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
    .where('returnedAt', '>', daysBefore(now, shownDays))
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
        .where('returnedAt', '>', daysBefore(now, refusedDays))
        .select((one) => one.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('refused'),
      eb
        .selectFrom('inboundMailbox')
        .where('failingSince', '<', new Date(now.getTime() - quietFor))
        .where('nextTryAt', '>', daysBefore(now, 1))
        .select((one) => one.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('mailbox'),
    ])
    .executeTakeFirstOrThrow()

/** A mailbox that is away for less than an hour needs nobody, in milliseconds; one that was not tried for a day is another's. */
const quietFor = 3_600_000

/** For how long a refusal is on the desk. */
const refusedDays = 7

/** Where the mailbox stands that emails come back to. */
export type MailboxState = { readAt: Date | null; failingSince: Date | null; fault: string; left: number }

/** @returns null where no mailbox is read; `left` is how many messages of the last days were left in it */
export async function ownMailbox({ db, now, config }: App): Promise<MailboxState | null> {
  const { mailbox } = config.mail
  if (mailbox === null) return null
  const state = (await mailboxState(db, mailbox.name)) ?? { readAt: null, failingSince: null, fault: '' }
  const { left } = await db
    .selectFrom('inboundMail')
    .where('kind', '=', 'unknown')
    .where('receivedAt', '>', daysBefore(now(), shownDays))
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .executeTakeFirstOrThrow()
  return { ...state, left }
}
