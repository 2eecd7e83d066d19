import type { Db } from '../../../db/index.ts'
import type { Actor } from '../actor.ts'
import { type KeptForm, keptForMs } from '../kept-form.ts'

/** The form that is kept for the person who asks, when it was typed on this page. */
export async function keptFormOn(
  db: Db,
  actor: Actor,
  page: string,
  now: Date,
): Promise<KeptForm | undefined> {
  if (actor.id === null) return undefined
  return db
    .selectFrom('keptForm')
    .select(['page', 'action', 'typed'])
    .$narrowType<KeptForm>()
    .where('personId', '=', actor.id)
    .where('page', '=', page)
    .where('keptAt', '>', new Date(now.getTime() - keptForMs))
    .executeTakeFirst()
}
