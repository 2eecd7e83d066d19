import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../app.ts'
import { leaveList } from '../lists.ts'
import type { Outside } from '../outside.ts'
import { addressHash, suppressHash, unsuppress } from '../suppression.ts'
import { mildest, type Said, statusIn, type Verdict, verdictOf } from './verdict.ts'

/** What is said of one recipient, by the addresses that name them. */
export type OfOne = Said & { addresses: readonly string[] }

/** Longer answers are whole web pages. */
const mostLetters = 500

/**
 * Writes down that an email came back, once for each verdict. An address that does not exist is not written to again.
 *
 * @param report whoever it names beside our reader says nothing of our reader's address; where it does not name our
 *   reader, the mildest of it counts
 */
export async function noteReturn(
  app: Outside,
  tx: Tx,
  outboxId: string,
  report: readonly OfOne[],
): Promise<void> {
  const mail = await writtenTo(app, tx, outboxId)
  const ours = report.filter(({ addresses }) => addresses.some(mail.isIt))
  const counts = (ours.length > 0 ? ours : report).map((one) => ({ one, verdict: verdictOf(one) }))
  const verdict = mildest(counts.map((counted) => counted.verdict))
  const said = counts.find((counted) => counted.verdict === verdict)?.one
  if (verdict === null || !said) return
  const status = statusIn(said.said) || statusIn(said.status ?? '')
  const address = mail.known ?? ours.flatMap(({ addresses }) => addresses).find(mail.isIt) ?? ''
  await writeDown(app, tx, { outboxId, address, verdict, status, said: said.said })
  if (verdict === 'hard' && mail.hash) await suppressHash(app, tx, mail.hash, 'bounce')
}

/**
 * Writes down that its reader called an email spam, and takes them off its list, or off all where it is of none.
 *
 * @returns whether it is news, and the reader where there still is one
 */
export async function noteComplaint(
  app: App,
  tx: Tx,
  outboxId: string,
): Promise<{ isNews: boolean; readerId: string | null }> {
  const { known, personId, subscriberId, list } = await writtenTo(app, tx, outboxId)
  const back = { outboxId, address: known ?? '', verdict: 'complaint', status: '', said: '' } as const
  const isNews = await writeDown(app, tx, back)
  const readerId = personId ?? subscriberId
  if (!readerId) return { isNews, readerId }
  for (const one of list ? [list] : lists) await leaveList(app, tx, { readerId, list: one })
  return { isNews, readerId }
}

/** All lists that someone may be on who calls an email spam that is of none. */
const lists = ['topics', 'calls', 'replies', 'newsletter']

/**
 * Says that emails arrive at an address, or are to be tried again: it is written to, and what came back before counts no
 * more.
 *
 * @returns whether anything was held against it
 */
export async function addressWorks(app: Outside, tx: Db | Tx, address: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailReturn')
    .set({ settledAt: app.now() })
    .where('address', '=', address.toLowerCase())
    .where('settledAt', 'is', null)
    .executeTakeFirst()
  const wasSuppressed = await unsuppress(app, tx, address, 'bounce')
  return wasSuppressed || numUpdatedRows > 0n
}

/** Where an email went: its address is gone from the outbox by then, and known by its hash alone. */
async function writtenTo(app: Outside, tx: Tx, outboxId: string) {
  const mail = await tx
    .selectFrom('outbox')
    .leftJoin('person', 'person.id', 'outbox.personId')
    .leftJoin('subscriber', 'subscriber.id', 'outbox.subscriberId')
    .select(['outbox.addressHash', 'outbox.toAddress', 'outbox.personId', 'outbox.subscriberId'])
    .select(['outbox.list', 'person.email', 'subscriber.email as subscribed'])
    .where('outbox.id', '=', outboxId)
    .executeTakeFirstOrThrow()
  const hash = mail.addressHash ?? (mail.toAddress === '' ? null : addressHash(app, mail.toAddress))
  const isIt = (address: string | null) =>
    address !== null && address !== '' && hash !== null && addressHash(app, address).equals(hash)
  return { ...mail, hash, isIt, known: [mail.toAddress, mail.email, mail.subscribed].find(isIt) }
}

type Row = {
  outboxId: string
  address: string
  verdict: Verdict | 'complaint'
  status: string
  said: string
}

async function writeDown(app: Outside, tx: Tx, { address, said, ...row }: Row): Promise<boolean> {
  const shortened = said.replaceAll('\0', '').slice(0, mostLetters)
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mailReturn')
    .values({ ...row, address: address.toLowerCase(), said: shortened, returnedAt: app.now() })
    .onConflict((conflict) => conflict.columns(['outboxId', 'verdict']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows ?? 0) > 0
}
