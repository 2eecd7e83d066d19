import { type ExpressionBuilder, sql } from 'kysely'
import type { Db, Tables } from '../../../db/index.ts'
import { meantIds, tagKey } from '../../posts/index.ts'
import type { ChannelWish } from '../actions/channels.ts'

/**
 * Which posts a channel is to be of, from what a director types: a tag that a post has, or a topic of a round, `2016A/3`.
 *
 * @returns null where there is nothing of the kind
 */
export async function wishTyped(
  db: Db,
  { handle, of }: { handle: string; of: string },
): Promise<ChannelWish | null> {
  const [, code, number] = /^([A-Za-z0-9-]+)\s*\/\s*(\d{1,2})$/.exec(of) ?? []
  if (code && number) {
    const fortnight = Number(number)
    const round = await db
      .selectFrom('round')
      .where('code', '=', code.toUpperCase())
      .where(hasTopic(fortnight))
      .select('id')
      .executeTakeFirst()
    return round ? { kind: 'topic', handle, roundId: round.id, fortnight } : null
  }
  const tag = tagKey(of.replace(/^#/, ''))
  const post = await db
    .selectFrom('post')
    .where('id', 'in', meantIds({ tag }))
    .where('publishAt', 'is not', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return post ? { kind: 'tag', handle, tag } : null
}

/** A round that plans a topic of this number, or has a post of it beyond its plan. */
const hasTopic = (fortnight: number) => (eb: ExpressionBuilder<Tables, 'round'>) =>
  eb.or([
    eb(sql<number>`cardinality(topic_days)`, '>=', fortnight),
    eb.exists(
      eb
        .selectFrom('post')
        .select('id')
        .whereRef('roundId', '=', 'round.id')
        .where('fortnight', '=', fortnight),
    ),
  ])
