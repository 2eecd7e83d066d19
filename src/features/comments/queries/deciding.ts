import type { Db } from '../../../db/index.ts'
import { daysBefore } from '../../../platform/days.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { isLocale } from '../../../platform/words.ts'
import { type Actor, inCharge } from '../../people/index.ts'
import type { CommentState } from '../comment.ts'

/** For so long the links of an editor's email decide; after that, the queue does. */
const mailedDays = 7

/** Who an editor's email went to, if they are still in charge. @throws NotFound `no-such-comment` */
export async function decidingEditor(db: Db, now: Date, personId: string): Promise<Actor> {
  const { people } = await inCharge(db, 'editor', now)
  const person = people.find(({ id }) => id === personId)
  if (!person) throw new NotFound('no-such-comment')
  const { id, name, email, locale } = person
  return {
    ...{ id, name, email, locale: isLocale(locale) ? locale : 'en', zone: 'UTC' },
    ...{ roles: new Set(['editor'] as const), countries: new Set<string>() },
  }
}

/** A comment that an email told of. @throws NotFound `no-such-comment` for one that is gone, or was told long ago */
export async function mailedComment(db: Db, now: Date, id: string) {
  const row = await db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .where('comment.id', '=', id)
    .where('comment.state', '<>', 'withdrawn')
    .where('comment.toldAt', '>', daysBefore(now, mailedDays))
    .select([
      'comment.number',
      'comment.name',
      'comment.text',
      'comment.revision',
      'comment.state',
      'post.title',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-comment')
  return { ...row, state: row.state as CommentState }
}
