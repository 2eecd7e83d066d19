import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { addressHash } from '../../../platform/mail/index.ts'
import { newsletterList } from '../../subscribers/index.ts'
import { type Audience, type IssueText, localeFor, type Verdict, verdictOn } from '../issue.ts'

/** Somebody on the list, and whether an issue goes to them. */
export type ListedReader = { id: string; verdict: Verdict; locale: string; reads: string }

/** Everyone on the list, with what becomes of them when an issue is sent now, and in which of its languages they get it. */
export async function readersOf(
  app: App,
  db: Db | Tx,
  { audience, texts }: { audience: Audience; texts: readonly IssueText[] },
): Promise<ListedReader[]> {
  const [rows, suppressed] = await Promise.all([
    db
      .selectFrom('subscriber')
      .leftJoin('subscription', 'subscriberId', 'subscriber.id')
      .select(['subscriber.id', 'email', 'locale', 'confirmedAt', 'leftAt', 'pausedAt'])
      .select(sql<string>`coalesce(rhythm, '')`.as('rhythm'))
      .select(sql<boolean>`lower(email) in (select address from dead_address)`.as('isDead'))
      .where('list', '=', newsletterList)
      .orderBy('subscriber.id')
      .execute(),
    db.selectFrom('suppression').select('addressHash').execute(),
  ])
  const never = new Set(suppressed.map((row) => row.addressHash.toString('base64')))
  const isSuppressed = (email: string) =>
    never.size > 0 && never.has(addressHash(app, email).toString('base64'))
  return rows.map(({ id, email, locale, confirmedAt, leftAt, pausedAt, rhythm, isDead }) => {
    const listed = {
      ...{ isConfirmed: confirmedAt !== null, hasLeft: leftAt !== null, isPaused: pausedAt !== null },
      ...{ isUnreachable: isDead || isSuppressed(email), rhythm },
    }
    return { id, verdict: verdictOn(listed, audience), locale: localeFor(locale, texts), reads: locale }
  })
}

/** Who would get an issue, by language, and how many would not, by reason. */
export type Rehearsal = {
  count: number
  locales: { locale: string; count: number }[]
  /** How many of them read a language that it is not in, and get it in its first. */
  strangers: number
  others: { verdict: Exclude<Verdict, 'gets'>; count: number }[]
}

export function rehearsalOf(readers: readonly ListedReader[]): Rehearsal {
  const getting = readers.filter(({ verdict }) => verdict === 'gets')
  const counted = <Key>(all: Map<Key, ListedReader[]>) =>
    [...all].map(([key, some]) => [key, some.length] as const).toSorted((a, b) => b[1] - a[1])
  return {
    count: getting.length,
    locales: counted(Map.groupBy(getting, ({ locale }) => locale)).map(([locale, count]) => ({
      locale,
      count,
    })),
    strangers: getting.filter(({ locale, reads }) => locale !== reads).length,
    others: counted(Map.groupBy(readers, ({ verdict }) => verdict)).flatMap(([verdict, count]) =>
      verdict === 'gets' ? [] : [{ verdict, count }],
    ),
  }
}

/** What became of an issue that was sent. */
export type Sending = {
  /** Not yet in the outbox. */
  toQueue: number
  returned: number
  complained: number
  /** No longer on the list, of those it was decided to go to. */
  gone: number
}

/** How an issue fares; what its emails have come to is said by its campaign. */
export async function sendingOf(
  db: Db,
  {
    id,
    campaignId,
    recipientCount,
  }: { id: string; campaignId: string | null; recipientCount: number | null },
): Promise<Sending> {
  const { rows } = await sql<Sending>`select
    (select count(*)::int from issue_recipient where issue_id = ${id} and queued_at is null) as "toQueue",
    (select count(distinct outbox.id)::int from outbox join mail_return on mail_return.outbox_id = outbox.id
      where outbox.campaign_id = ${campaignId} and mail_return.verdict <> 'complaint') as "returned",
    (select count(*)::int from outbox join mail_return on mail_return.outbox_id = outbox.id
      where outbox.campaign_id = ${campaignId} and mail_return.verdict = 'complaint') as "complained",
    (select ${recipientCount ?? 0}::int - count(*)::int from issue_recipient
      join subscriber on subscriber.id = subscriber_id and left_at is null where issue_id = ${id}) as "gone"`.execute(
    db,
  )
  return rows[0] ?? { toQueue: 0, returned: 0, complained: 0, gone: 0 }
}
