import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { dayIn } from '../../../platform/days.ts'
import { Conflict, NotFound } from '../../../platform/refusals.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import type { Answer } from '../checkin.ts'
import { type Asked, askedById } from '../queries/asked.ts'

/** What someone says to a check-in, and how it came to us. */
export type Said = { answer: Answer; words: string; way: 'link' | 'page' | 'reply' }

/**
 * Notes an answer to a check-in: the last one counts, until the round ends. The same again changes nothing.
 *
 * @param id of the check-in
 * @param personId whose it must be; null where the link is the proof
 * @throws NotFound `no-such-check-in`
 * @throws Conflict `check-in-over` once the round or their pairing has ended
 */
export async function answerCheckIn(
  app: App,
  { id, personId }: { id: string; personId: string | null },
  said: Said,
): Promise<Asked> {
  return app.db.transaction().execute(async (tx) => {
    await tx.selectFrom('checkIn').where('id', '=', id).select('id').forUpdate().execute()
    const asked = await askedById(tx, id)
    if (personId !== null && asked.personId !== personId) throw new NotFound('no-such-check-in')
    if (!isOpen(asked, await roundById(tx, asked.roundId), app.now())) throw new Conflict('check-in-over')
    return noteAnswer(app, tx, asked, said)
  })
}

/** Notes an answer in a transaction that has locked the check-in and found it open. The same again changes nothing. */
export async function noteAnswer(
  app: App,
  tx: Tx,
  asked: Asked,
  { answer, words, way }: Said,
): Promise<Asked> {
  const said = { answer, words: answer === 'help' || answer === 'words' ? words : '' }
  const isSame = asked.answer === said.answer && asked.words === said.words && isAfterAsking(asked)
  if (!isSame)
    await tx
      .insertInto('checkInAnswer')
      .values({ checkInId: asked.id, ...said, way, answeredAt: app.now() })
      .execute()
  return { ...asked, ...said, answeredAt: app.now() }
}

/** Whether it can be answered: the round goes on, and they are in the pairing. */
export const isOpen = (asked: Asked, round: Round, now: Date): boolean =>
  asked.isIn && asked.partners.length > 0 && dayIn(now, asked.zone) <= round.endsOn

const isAfterAsking = ({ answeredAt, askedAt }: Asked) => answeredAt !== null && answeredAt >= askedAt
