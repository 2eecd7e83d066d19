import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { type MailState, mailStates } from '../../../platform/mail/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { addressedTo, receiverName } from './addressed-to.ts'

/** A state, or `possibly-doubled`: sent again after an attempt without an answer. */
export type Wanted = MailState | 'possibly-doubled'
export const wanted: readonly Wanted[] = [...mailStates, 'possibly-doubled']
export const isWanted = (text: string | undefined): text is Wanted => wanted.includes(text as Wanted)

export type Wish = {
  state?: Wanted
  kind?: string
  campaignId?: string
  /** A part of the name or address; empty for all. */
  to: string
}

export const officePageSize = 50

/** Mails that fit a wish, those that changed last first. Never what they say. */
export async function mailsLike(db: Db, wish: Wish, page: number, pageSize = officePageSize) {
  const found = like(db, wish)
  const [mails, { total }] = await Promise.all([
    found
      .select(listed)
      .select(shown)
      .orderBy(sql`coalesce(sent_at, due_at)`, 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return { mails, total }
}

export type ListedMail = Awaited<ReturnType<typeof mailsLike>>['mails'][number]

const listed = [
  'id',
  'kind',
  'state',
  'toAddress',
  'subject',
  'locale',
  'messageId',
  'dueAt',
  'sentAt',
  'attempts',
  'lastError',
  'possiblyDoubled',
] as const

const shown = [
  receiverName.as('toName'),
  /** What it said is no longer kept. */
  sql<boolean>`text = ''`.as('isEmptied'),
] as const

function like(db: Db, wish: Wish) {
  let found = db.selectFrom('outbox').where(addressedTo(wish.to))
  if (wish.state === 'possibly-doubled') found = found.where('possiblyDoubled', '=', true)
  else if (wish.state) found = found.where('state', '=', wish.state)
  if (wish.kind) found = found.where('kind', '=', wish.kind)
  if (wish.campaignId) found = found.where('campaignId', '=', wish.campaignId)
  return found
}

/** One mail with all there is to know; the page decides what is shown. @throws NotFound `no-such-mail` */
export async function oneMail(db: Db, id: string) {
  const mail = isUuid(id)
    ? await db
        .selectFrom('outbox')
        .select([...listed, 'campaignId', 'text', 'createdAt'])
        .select(shown)
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!mail) throw new NotFound('no-such-mail')
  return mail
}

export type OneMail = Awaited<ReturnType<typeof oneMail>>

/** A campaign by its id or its key. @throws NotFound `no-such-campaign` */
export async function campaignIdOf(db: Db, idOrKey: string): Promise<string> {
  const campaign = await db
    .selectFrom('mailCampaign')
    .select('id')
    .where(isUuid(idOrKey) ? 'id' : 'key', '=', idOrKey)
    .executeTakeFirst()
  if (!campaign) throw new NotFound('no-such-campaign')
  return campaign.id
}
