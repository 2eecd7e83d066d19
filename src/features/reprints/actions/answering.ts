import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { mayHandleReprints } from '../policy.ts'
import { askedOf, type Reprint, reprintById } from '../queries/reprints.ts'
import { type Answer, mayStillAnswer, outcomeOf, standingOf } from '../reprint.ts'
import { tellAsker, tellEditors } from './telling.ts'

/**
 * An author says yes or no to a reprint of their post, by the key of an email or on a page of their own. They may think
 * again until it has appeared.
 *
 * @param word what they say with it; empty for nothing
 * @throws NotFound `no-such-reprint`
 * @throws Conflict `reprint-decided` once it has appeared, or an editor has decided without them
 */
export async function answerReprint(
  app: App,
  actor: Pick<Actor, 'id'>,
  key: string,
  said: { answer: Answer; word: string },
): Promise<void> {
  const { reprint, answer } = await askedOf(app, actor, key)
  await app.db.transaction().execute(async (tx) => {
    await lockReprint(tx, reprint.id)
    await keepAnswer(app, tx, reprint.id, { id: answer.id, ...said, recordedBy: null })
    await note(tx, app.now(), answer.personId, 'reprint.answered', reprint.id)
  })
}

/**
 * Enters the answer of an author that came by another way: a letter, a call, a word at a conference.
 *
 * @param word how it came
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-reprint`
 * @throws Conflict `reprint-decided`
 */
export async function recordAnswer(
  app: App,
  actor: Actor,
  id: string,
  said: { author: string; answer: Answer; word: string },
): Promise<void> {
  allow(mayHandleReprints(actor))
  await app.db.transaction().execute(async (tx) => {
    const { answers } = await lockReprint(tx, id)
    if (!answers.some((one) => one.id === said.author)) throw new NotFound('no-such-reprint')
    await tx
      .updateTable('reprint')
      .set({ passedAt: app.now(), passedBy: actor.id })
      .where('id', '=', id)
      .where('passedAt', 'is', null)
      .execute()
    await keepAnswer(app, tx, id, { ...said, id: said.author, recordedBy: actor.id })
    await note(tx, app.now(), actor.id, 'reprint.recorded', id)
  })
}

/** @throws NotFound `no-such-reprint` */
export async function lockReprint(tx: Tx, id: string): Promise<Reprint> {
  const { id: found } = await reprintById(tx, id)
  await tx.selectFrom('reprint').select('id').where('id', '=', found).forUpdate().execute()
  return reprintById(tx, found)
}

type Said = { id: string; answer: Answer; word: string; recordedBy: string | null }

/** Keeps an answer, and what all of them come to; whoever asked is told when that is another than before. */
async function keepAnswer(app: App, tx: Tx, reprintId: string, said: Said): Promise<void> {
  const before = await reprintById(tx, reprintId)
  const isByLicence = before.licensedBy !== null
  if (isByLicence || !mayStillAnswer(standingOf(before))) throw new Conflict('reprint-decided')
  const { answer, word, recordedBy } = said
  const now = app.now()
  await tx
    .updateTable('reprintAnswer')
    .set({ answer, word, recordedBy, answeredAt: now })
    .where('id', '=', said.id)
    .execute()
  const { answers, allowedAt, refusedAt } = await reprintById(tx, reprintId)
  const outcome = outcomeOf(answers.map((one) => one.answer))
  const was = allowedAt ? 'yes' : refusedAt ? 'no' : null
  if (outcome === was) return
  await tx
    .updateTable('reprint')
    .set({ allowedAt: outcome === 'yes' ? now : null, refusedAt: outcome === 'no' ? now : null })
    .where('id', '=', reprintId)
    .execute()
  if (outcome === null) return
  const told = outcome === 'yes' ? 'allowed' : 'refused'
  await tellAsker(app, tx, reprintId, { told, word: '' })
  await tellEditors(app, tx, reprintId, told)
}
