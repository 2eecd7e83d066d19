import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { type Email, sendAllOnce } from '../../../platform/mail/index.ts'
import { allow, Conflict } from '../../../platform/refusals.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { mayMatch, openProposal } from '../../scenarios/index.ts'
import { occasionOf } from '../emails/to-participant.ts'
import { contactOf } from '../introduction.ts'
import { type Introduced, introducedOf, reservedOf } from '../queries/introductions.ts'
import { words } from '../words.ts'
import { firstMails, type Written, written } from './releasing.ts'

export type Rehearsed = {
  /** How many mails a release would queue, each of them written and found in order. */
  introductions: number
  reserve: number
  /** Kinds of mail of which an example was sent, and to whom. */
  examples: number
  to: string[]
}

/**
 * Writes every mail of a release as it would go out, and sends an example of each kind to coordinators
 * only: one for each language and way of first contact, and the reserve. Nobody else gets anything.
 * The coordinator who asks gets them; from the terminal, everyone who is a coordinator now.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-round`, `no-proposal`
 * @throws Conflict `already-released`, `nobody-to-send-to`
 */
export async function rehearseRelease(app: App, actor: Actor, code: string): Promise<Rehearsed> {
  allow(mayMatch(actor))
  return app.db.transaction().execute(async (tx) => {
    const { round, scenario } = await openProposal(tx, actor, code)
    const groups = await introducedOf(tx, scenario.id)
    const reserved = await reservedOf(tx, scenario.id)
    const mails = await written(firstMails(await occasionOf(app, round, tx), groups, reserved))
    return rehearse(app, tx, actor, { round, groups, mails })
  })
}

/** Sends examples of finished mails to coordinators, and notes it. */
export async function rehearse(
  app: App,
  tx: Tx,
  actor: Actor,
  { round, groups, mails }: { round: Round; groups: readonly Introduced[]; mails: readonly Written[] },
): Promise<Rehearsed> {
  const readers = actor.email
    ? [{ id: actor.id, email: actor.email }]
    : (await inCharge(tx, 'coordinator', app.now())).people
  if (readers.length === 0) throw new Conflict('nobody-to-send-to')
  const examples = oneOfEachKind(mails, groups)
  const attempt = crypto.randomUUID()
  await sendAllOnce(
    app,
    tx,
    readers.flatMap((reader) =>
      examples.map((email, index) => ({
        key: `rehearsal:${attempt}:${reader.id}:${index}`,
        email: asRehearsal(email, reader, actor.locale),
      })),
    ),
  )
  const introductions = mails.filter(({ email }) => email.kind === 'introduction').length
  const counts = { introductions, reserve: mails.length - introductions, examples: examples.length }
  await note(tx, app.now(), actor.id, 'pairings.rehearsed', round.id, { ...counts, attempt })
  return { ...counts, to: readers.map(({ email }) => email) }
}

/** The first mail of each language and way of first contact: pairs come weakest first. */
function oneOfEachKind(mails: readonly Written[], groups: readonly Introduced[]): Email[] {
  const groupOf = new Map(groups.map((group) => [group.pairId, group]))
  const seen = new Set<string>()
  return mails.flatMap(({ about, email }) => {
    const members = ('pair' in about && groupOf.get(about.pair)?.members) || []
    const own = members.find((member) => member.personId === email.personId)
    const partner = members.find((member) => member !== own)
    const contact = own && partner ? contactOf(own, partner) : 'none'
    const kind = [email.kind, email.locale, contact, members.length].join()
    if (seen.has(kind)) return []
    seen.add(kind)
    return [email]
  })
}

const asRehearsal = (email: Email, reader: { id: string | null; email: string }, locale: string): Email => ({
  ...email,
  kind: 'rehearsal',
  to: reader.email,
  toName: '',
  personId: reader.id,
  subject: words(locale)('rehearsal.subject', { name: email.toName ?? email.to, subject: email.subject }),
})
