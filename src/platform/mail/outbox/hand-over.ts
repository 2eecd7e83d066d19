import { setTimeout as pause } from 'node:timers/promises'
import { newTrace, within } from '../../cause.ts'
import { type Network, networkIn } from '../../network/index.ts'
import { recentVersions } from '../../public-version.ts'
import { patience, pauseAfter } from '../backoff.ts'
import { returnAddress, returnToken } from '../inbound/return-address.ts'
import { noteReturn } from '../inbound/returns.ts'
import { BadLetter, mimeOf, senderOf } from '../mime.ts'
import type { Outside } from '../outside.ts'
import { addressHash } from '../suppression.ts'
import type { Answer, Transport } from '../transports/index.ts'
import { begin, type Ending, type Leased, settle } from './lease.ts'

export type Desk = { app: Outside; transport: Transport; leaseMs: number }

/** What came of one mail; `stopped` and `lost` are nothing, and `unreachable` is trouble with the relay itself. */
export type Outcome =
  | 'sent'
  | 'deferred'
  | 'unreachable'
  | 'failed'
  | 'suppressed'
  | 'unknown'
  | 'stopped'
  | 'lost'

/** Takes one mail from its lease to its end: look, mark, hand over, write down. */
export const handOver = (desk: Desk, mail: Leased): Promise<Outcome> =>
  within(desk.app, partOf(mail), async ({ attributes }) => {
    const outcome = await carry(desk, mail)
    Object.assign(attributes ?? {}, { outcome })
    desk.app.log.info({ email: mail.id, kind: mail.kind, outcome }, 'email')
    return outcome
  })

const partOf = ({ id, kind, trace }: Leased) =>
  ({
    trace: trace ?? newTrace(),
    name: `email ${kind}`,
    kind: 'producer',
    attributes: { 'twinleaf.email': id },
  }) as const

async function carry(desk: Desk, mail: Leased): Promise<Outcome> {
  const { app, transport } = desk
  const isInDoubt = mail.wasInterrupted && !transport.isIdempotent
  // A topic mail that is missing hurts less than one that comes twice; an introduction is the other way round.
  if (isInDoubt && mail.list) return write(desk, mail, { state: 'unknown', lastError: 'no-answer' })

  // Read before the mail is marked as on its way: a database that is away then leaves nothing in doubt.
  const network = await networkIn(app, app.db, (await recentVersions(app.db)).whole)
  const verdict = await begin(app.db, mail, {
    addressHash: addressHash(app, mail.toAddress),
    now: app.now(),
    leaseMs: desk.leaseMs,
    mayDouble: isInDoubt,
    staysHere: transport.staysHere,
  })
  if (verdict === 'stopped' || verdict === 'lost') return verdict
  if (verdict !== 'go') return 'suppressed'

  const answer = await answerFor(desk, network, mail)
  const outcome = await write(desk, mail, endingOf(app, mail, answer), answer)
  return answer.is === 'unreachable' && outcome === 'deferred' ? 'unreachable' : outcome
}

async function answerFor({ app, transport }: Desk, network: Network, mail: Leased): Promise<Answer> {
  try {
    const bytes = await mimeOf(app, network, mail)
    const about = { purpose: 'b', id: mail.id } as const
    const from = returnAddress(app, about)
    const envelope = from
      ? { from, envelopeId: returnToken(app.config, about) }
      : { from: senderOf(app), envelopeId: null }
    return await transport.deliver({ id: mail.id, to: mail.toAddress, bytes, ...envelope })
  } catch (error) {
    if (error instanceof BadLetter) return { is: 'refused', words: error.code, verdict: null }
    throw error
  }
}

function endingOf(app: Outside, mail: Leased, answer: Answer): Ending {
  const now = app.now()
  if (answer.is === 'taken') return { state: 'sent', sentAt: now }
  if (answer.is === 'refused') return { state: 'failed', lastError: answer.words }
  if (answer.is === 'unanswered' && mail.list) return { state: 'unknown', lastError: 'no-answer' }
  const dueAt = new Date(now.getTime() + pauseAfter(mail.attempts + 1, mail.id))
  const since = mail.firstTriedAt ?? now
  return dueAt.getTime() - since.getTime() > patience
    ? { state: 'failed', lastError: answer.words }
    : { state: 'deferred', dueAt, lastError: answer.words, mayDouble: answer.is === 'unanswered' }
}

/** The mail is out of the house: how it ended is written down even if the database is away for a moment. */
async function write(desk: Desk, mail: Leased, ending: Ending, answer?: Answer): Promise<Outcome> {
  const { app } = desk
  for (let tries = 1; ; tries++) {
    try {
      return (await writeOnce(app, mail, ending, answer)) ? ending.state : 'lost'
    } catch (error) {
      if (tries === 20) throw error
      app.log.warn({ err: error, mail: mail.id }, 'mail_ending_not_written_yet')
      await pause(500)
    }
  }
}

const writeOnce = (app: Outside, mail: Leased, ending: Ending, answer?: Answer): Promise<boolean> =>
  answer?.is === 'refused' && answer.verdict !== null
    ? app.db.transaction().execute(async (tx) => {
        await noteReturn(app, tx, mail.id, [{ addresses: [mail.toAddress], said: answer.words }])
        return settle(tx, mail, ending)
      })
    : settle(app.db, mail, ending)
