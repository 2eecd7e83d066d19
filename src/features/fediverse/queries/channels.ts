import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { Channel, ChannelKind } from '../channel.ts'

const channels = (db: Db | Tx) =>
  db
    .selectFrom('fediverseChannel as channel')
    .leftJoin('round', 'round.id', 'channel.roundId')
    .select(['channel.id', 'handle', 'kind', 'language', 'tag', 'round.code as round', 'fortnight'])
    .select(['publicKey', 'alsoKnownAs', 'movedTo', 'madeAt'])

type Row = Awaited<ReturnType<ReturnType<typeof channels>['execute']>>[number]

const asChannel = (row: Row): Channel => ({ ...row, kind: row.kind as ChannelKind })

/** Since when the blog can be followed; null while it cannot. */
export async function onSince(db: Db | Tx): Promise<Date | null> {
  const row = await db.selectFrom('fediverseSetting').select('onSince').executeTakeFirst()
  return row?.onSince ?? null
}

/** All that can be followed, also while it is turned off: the blog first, then its languages, then the rest by name. */
export async function allChannels(db: Db | Tx): Promise<Channel[]> {
  const rows = await channels(db)
    .orderBy(sql`array_position(array['blog', 'language', 'tag', 'topic'], channel.kind)`)
    .orderBy('channel.handle')
    .execute()
  return rows.map(asChannel)
}

/** What can be followed now; none while it is turned off. */
export const openChannels = async (db: Db | Tx): Promise<Channel[]> =>
  (await onSince(db)) === null ? [] : allChannels(db)

/** @throws NotFound `no-such-channel`, also while it is turned off */
export async function channelByHandle(db: Db | Tx, handle: string): Promise<Channel> {
  const row = await channels(db)
    .where('handle', '=', handle.toLowerCase())
    .where((eb) =>
      eb.exists(eb.selectFrom('fediverseSetting').select('theOne').where('onSince', 'is not', null)),
    )
    .executeTakeFirst()
  if (!row) throw new NotFound('no-such-channel')
  return asChannel(row)
}

/** The channel of the whole blog, which speaks for all of it; undefined where there is none yet. */
export async function blogChannel(db: Db | Tx): Promise<Channel | undefined> {
  const row = await channels(db).where('kind', '=', 'blog').executeTakeFirst()
  return row && asChannel(row)
}

/** How many follow each channel, by its id. */
export async function followerCounts(db: Db | Tx): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('fediverseFollower')
    .groupBy('channelId')
    .select((eb) => ['channelId', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(({ channelId, count }) => [channelId, count]))
}

/** How many follow one channel. */
export async function followerCount(db: Db | Tx, channelId: string): Promise<number> {
  const { count } = await db
    .selectFrom('fediverseFollower')
    .where('channelId', '=', channelId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
