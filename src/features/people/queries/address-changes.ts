import type { Db, Tx } from '../../../db/index.ts'
import { Gone, NotFound } from '../../../platform/refusals.ts'
import { hashOf } from '../../../platform/secret.ts'
import { stateOf } from '../address-change.ts'

/** The change that a link takes back. */
export type OpenChange = {
  id: number
  personId: string
  fromEmail: string
  secondFactorId: string | null
  /** The language and the zone of its person. */
  locale: string
  zone: string
  changedAt: Date
}

/**
 * The change that the holder of a link may take back now.
 *
 * @throws NotFound `no-such-take-back` for a link that is not ours, or forgotten by now
 * @throws Gone `taken-back-already`, `take-back-over`
 */
export async function openChange(db: Db | Tx, secret: string, now: Date): Promise<OpenChange> {
  const found = await db
    .selectFrom('addressChange as change')
    .innerJoin('person', 'person.id', 'change.personId')
    .where('change.tokenHash', '=', hashOf(secret))
    .select(['change.id', 'change.personId', 'change.fromEmail', 'change.secondFactorId'])
    .select(['change.changedAt', 'change.takenBackAt', 'person.locale', 'person.zone'])
    .executeTakeFirst()
  if (!found) throw new NotFound('no-such-take-back')
  const { takenBackAt, ...change } = found
  const state = stateOf(found, now)
  if (state === 'taken-back') throw new Gone('taken-back-already')
  if (state === 'over') throw new Gone('take-back-over')
  return change
}

/** The last change of someone's address; null when none is remembered. */
export async function lastChangeOf(db: Db | Tx, personId: string): Promise<number | null> {
  const last = await db
    .selectFrom('addressChange')
    .select('id')
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id ?? null
}
