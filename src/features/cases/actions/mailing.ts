import type { Db, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { type Email, sendOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { askedByIds, isOpen, nudgeEmail, nudgeWords } from '../../checkins/index.ts'
import type { Actor } from '../../people/index.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import { caseEmail, letterWords, type Reader, type Typed } from '../emails.ts'
import { type LetterName, stepOfLetter } from '../letter.ts'
import { toldKeys } from '../queries/facts.ts'
import { lastAskedOf, readerOf } from '../queries/readers.ts'
import { climb, type Held, heldCase, tell } from './handling.ts'

/** An email of a case, by its name and whom it goes to. @param once tells a form that came twice from two emails */
export type CaseMail = Typed & { name: LetterName; to: string; once: string }

/**
 * Sends an email of a case, as it was ready or as somebody wrote it; a form that comes twice sends once.
 *
 * @throws as `heldCase`, NotFound `no-such-member`
 * @throws Conflict `no-emails-here` in a report, since the outbox is read by more people than it
 */
export async function mailCase(app: App, actor: Actor, number: number, mail: CaseMail): Promise<void> {
  await app.db
    .transaction()
    .execute(async (tx) => mailHeld(app, tx, actor, await heldCase(tx, actor, number), mail))
}

async function mailHeld(app: App, tx: Tx, actor: Actor, held: Held, mail: CaseMail): Promise<void> {
  if (held.kind === 'conduct') throw new Conflict('no-emails-here')
  const round = await roundById(tx, held.roundId)
  const to = await readerOf(tx, held.pairingId, mail.to)
  const key = `case-mail:${mail.once}`
  if ((await toldKeys(tx, [key])).size > 0) return
  const from = actor.id === null ? '' : actor.name
  const email = await send(app, tx, { to, round, mail, from, held, key })
  await tell(app, tx, actor, held, {
    ...{ kind: 'mailed', what: mail.name, body: email.subject, personId: to.personId, key },
  })
  const step = stepOfLetter[mail.name]
  if (step) await climb(app, tx, held, step)
  await note(tx, app.now(), actor.id, 'case.mailed', held.id, { round: held.roundId })
}

/** Sends an email of a case as it is ready, along with what it tells of. @param id of the application of whoever gets it */
export async function mailReady(
  app: App,
  tx: Tx,
  actor: Actor,
  held: Held,
  name: Exclude<LetterName, 'nudge'>,
  id: string,
): Promise<void> {
  const to = await readerOf(tx, held.pairingId, id)
  const ready = letterWords(name, to, await roundById(tx, held.roundId))
  await mailHeld(app, tx, actor, held, { name, to: id, once: crypto.randomUUID(), ...ready })
}

type Wish = {
  to: Reader
  round: Round
  mail: CaseMail
  from: string
  held: { pairingId: string }
  key: string
}

/**
 * Who has a question open is asked it once more along with what somebody wrote; by a key that names the question, so that
 * a reply to it is an answer, and the clock does not ask again.
 */
async function send(app: App, tx: Tx, { to, round, mail, from, held, key }: Wish): Promise<Email> {
  const network = await networkIn(app, tx)
  const asked = mail.name === 'nudge' ? await openQuestion(tx, { to, round, held, now: app.now() }) : null
  if (!asked) {
    const email = caseEmail(to, mail, { round, network, from })
    await sendOnce(app, tx, key, email)
    return email
  }
  const email = nudgeEmail(asked, { app, round, network }, mail)
  const first = `check-in-nudge:${asked.id}`
  if ((await sendOnce(app, tx, first, email)) === 0) await sendOnce(app, tx, `${first}:${mail.once}`, email)
  return email
}

type Question = { to: Reader; round: Round; held: { pairingId: string }; now: Date }

async function openQuestion(db: Db | Tx, { to, round, held, now }: Question) {
  const id = await lastAskedOf(db, { pairingId: held.pairingId, applicationId: to.applicationId })
  const [asked] = id ? await askedByIds(db, [id]) : []
  return asked && isOpen(asked, round, now) ? asked : null
}

/** What an email says that is ready, in the language of its reader. */
export async function readyMail(
  db: Db,
  name: LetterName,
  question: Question & { network: Network },
): Promise<Typed> {
  const { to, round } = question
  if (name !== 'nudge') return letterWords(name, to, round)
  const asked = await openQuestion(db, question)
  return asked ? nudgeWords(asked, question) : letterWords('hear', to, round)
}
