import type { Insertable } from 'kysely'
import type { Tables, Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { answerRows, type OwnAnswer } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type FormAnswers, isLiving } from '../application.ts'
import { keepAddressesOf } from './addresses.ts'

/** An application as it comes by form, with the answers to its round's own questions, in the language it was written in. */
export type Received = {
  answers: FormAnswers
  own: readonly OwnAnswer[]
  /** Former partners whom they would gladly meet again. */
  again: readonly string[]
  locale: string
}

/**
 * Takes an application that came by form; it is sent now. Somebody whose address is not shown to be theirs is asked to
 * confirm it, and waits for that on the desk like anyone who was asked a question.
 *
 * @param personId who sends it; null while that is not known
 * @returns the id of the application
 */
export async function receiveApplication(
  app: App,
  tx: Tx,
  round: Round,
  { answers, own, again, locale, personId }: Received & { personId: string | null },
): Promise<string> {
  const now = app.now()
  const { id } = await tx
    .insertInto('application')
    .values({
      ...columnsOf(answers),
      ...{ roundId: round.id, personId, locale, submittedAt: now },
      unconfirmedSince: personId === null ? now : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeOwn(tx, id, own)
  await writeAgain(tx, id, again)
  if (personId === null) await askToConfirm(tx, id, now)
  else await note(tx, now, personId, 'application.sent', id, { code: answers.codeVersion })
  return id
}

/** In the place of those that were there. */
async function writeOwn(tx: Tx, applicationId: string, own: readonly OwnAnswer[]): Promise<void> {
  await tx.deleteFrom('ownAnswer').where('applicationId', '=', applicationId).execute()
  const rows = own.flatMap(answerRows).map((row) => ({ ...row, applicationId }))
  if (rows.length > 0) await tx.insertInto('ownAnswer').values(rows).execute()
}

async function writeAgain(tx: Tx, applicationId: string, again: readonly string[]): Promise<void> {
  await tx.deleteFrom('againWish').where('applicationId', '=', applicationId).execute()
  const rows = again.map((partnerId) => ({ applicationId, partnerId }))
  if (rows.length > 0) await tx.insertInto('againWish').values(rows).execute()
}

/** Parks it at the desk; the question itself goes out with the copy of what was sent. */
async function askToConfirm(tx: Tx, applicationId: string, askedAt: Date): Promise<void> {
  await tx
    .insertInto('applicationQuestion')
    .values({ applicationId, kind: 'unconfirmed-address', askedAt })
    .execute()
}

const columnsOf = (
  answers: FormAnswers,
): Omit<Insertable<Tables['application']>, 'roundId' | 'submittedAt'> => ({
  ...answers,
  sharesEmail: answers.sharesEmail ?? false,
})

/**
 * Changes the answers of an application that its sender may still change. It keeps its place in the order; one that was
 * withdrawn asks for a place again, from now on.
 *
 * @throws Conflict `not-changeable` when it was dropped, or made one with another, meanwhile
 */
export async function changeAnswers(
  app: App,
  tx: Tx,
  id: string,
  { answers, own, again, locale }: Received,
): Promise<void> {
  const before = await tx
    .selectFrom('application')
    .select(['personId', 'acceptedAt', 'waitlistedAt', 'droppedAt', 'withdrawnAt', 'mergedInto'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!isLiving({ ...before, withdrawnAt: null })) throw new Conflict('not-changeable')
  const anew = { withdrawnAt: null, acceptedAt: null, waitlistedAt: null, submittedAt: app.now() }
  const afresh = before.withdrawnAt === null ? {} : anew
  await tx
    .updateTable('application')
    .set({ ...columnsOf(answers), ...afresh, locale })
    .where('id', '=', id)
    .execute()
  await writeOwn(tx, id, own)
  await writeAgain(tx, id, again)
  if (before.personId === null) return
  await keepAddressesOf(tx, new Map([[id, before.personId]]))
  await note(tx, app.now(), before.personId, 'application.changed', id, { code: answers.codeVersion })
}

/** Makes an application its sender's own: they have shown that they read the mail of its address. */
export async function confirmSender(
  app: App,
  tx: Tx,
  id: string,
  { personId, formerRounds }: { personId: string; formerRounds: string[] },
): Promise<void> {
  const { codeVersion } = await tx
    .updateTable('application')
    .set({ personId, formerRounds, unconfirmedSince: null })
    .where('id', '=', id)
    .returning('codeVersion')
    .executeTakeFirstOrThrow()
  await note(tx, app.now(), personId, 'application.sent', id, { code: codeVersion ?? '' })
}

/** Takes an application back for the one who sent it. @param personId null while it is nobody's */
export async function takeBackApplication(
  app: App,
  tx: Tx,
  id: string,
  personId: string | null,
): Promise<void> {
  await tx
    .updateTable('application')
    .set({ withdrawnAt: app.now() })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute()
  if (personId) await note(tx, app.now(), personId, 'application.withdrawn', id)
}

/** Lets go of an application that was sent in another's name, with all that hangs on it: nothing of it is kept. */
export async function forgetApplication(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('applicationQuestion').where('applicationId', '=', id).execute()
  await tx.deleteFrom('applicationFix').where('applicationId', '=', id).execute()
  await tx.deleteFrom('application').where('id', '=', id).where('unconfirmedSince', 'is not', null).execute()
}
