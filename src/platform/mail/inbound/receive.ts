import { createHash } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../app.ts'
import { note } from '../../journal.ts'
import { subjectLine } from '../../one-line.ts'
import { isAutomatic } from './automatic.ts'
import { largestMessage, type Message, readMessage } from './message.ts'
import { reportOf } from './report.ts'
import { findToken } from './return-address.ts'
import { noteComplaint, noteReturn, type OfOne } from './returns.ts'
import { verdictOf } from './verdict.ts'

/** What a message that came in turned out to be. */
export type InboundKind = 'return' | 'notice' | 'complaint' | 'automatic' | 'letter' | 'unknown'

export type Received = {
  kind: InboundKind
  /** False for one that had come before, by this way or another. */
  isNew: boolean
  /** The email that it answers; null for `unknown`. */
  outboxId: string | null
  /** A person wrote it, as far as one can tell. */
  isWritten: boolean
}

/**
 * Takes in a message that was sent to an address of ours, whichever way it comes: what it says of an email that came back
 * is heeded, automatic answers are counted and dropped, a letter is kept for the office. Only the token in the address
 * says what it is about; whom it claims to be from is never believed. Twice is once.
 *
 * @param raw the whole message, or its first `largestMessage` bytes
 * @param to the address on the envelope, where the way it came says so
 * @source docs/decisions/0046-only-the-address-proves.md
 */
export async function receive(app: App, raw: Buffer, to = ''): Promise<Received> {
  const read = raw.subarray(0, largestMessage)
  const message = await readMessage(read)
  const answer = whatIs(app, message, to)
  const rawHash = createHash('sha256').update(read).digest()
  return app.db.transaction().execute(async (tx) => {
    const outboxId = answer.about ? await emailOf(tx, answer.about) : null
    const kind = outboxId ? answer.kind : 'unknown'
    const inserted = await tx
      .insertInto('inboundMail')
      .values({ rawHash, receivedAt: app.now(), kind, outboxId, ...(kind === 'letter' && letterOf(message)) })
      .onConflict((conflict) => conflict.column('rawHash').doNothing())
      .executeTakeFirst()
    const isNew = Number(inserted.numInsertedOrUpdatedRows ?? 0) > 0
    if (isNew && outboxId) await heed(app, tx, outboxId, { ...answer, kind })
    return { kind, isNew, outboxId, isWritten: answer.kind === 'letter' }
  })
}

type Answer = { kind: InboundKind; about: string | null; report: OfOne[] }

function whatIs({ config }: App, message: Message, to: string): Answer {
  const { report } = message
  const told = [to, message.sentTo, report?.fields ?? '', report?.returned ?? ''].join('\n')
  const about = findToken(config, told)?.id ?? null
  if (report?.type === 'complaint') return { kind: 'complaint', about, report: [] }
  const returned = reportOf(message)
  if (returned) {
    const isLost = returned.some((one) => verdictOf(one) !== null)
    return { kind: isLost ? 'return' : 'notice', about, report: returned }
  }
  const isWritten = report === null && !isAutomatic(message)
  return { kind: isWritten ? 'letter' : 'automatic', about, report: [] }
}

async function emailOf(tx: Tx, id: string): Promise<string | null> {
  const mail = await tx.selectFrom('outbox').select('id').where('id', '=', id).executeTakeFirst()
  return mail?.id ?? null
}

const mostOfLetter = { subject: 200, text: 20_000, name: 200, address: 254 }

/** PostgreSQL takes no NUL. */
const clean = (text: string, most: number) => text.replaceAll('\0', '').slice(0, most)

const letterOf = ({ from, subject, text }: Message) => ({
  fromAddress: clean(from.address, mostOfLetter.address),
  fromName: clean(from.name, mostOfLetter.name),
  subject: subjectLine(clean(subject, mostOfLetter.subject)),
  text: clean(text, mostOfLetter.text),
})

async function heed(app: App, tx: Tx, outboxId: string, { kind, report }: Answer): Promise<void> {
  if (kind === 'return') return noteReturn(app, tx, outboxId, report)
  if (kind !== 'complaint') return
  const { isNews, readerId } = await noteComplaint(app, tx, outboxId)
  if (isNews) await note(tx, app.now(), null, 'mail.complained', readerId)
}
