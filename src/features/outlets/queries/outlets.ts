import { sql } from 'kysely'
import type { Db } from '../../../db/index.ts'
import { isUuid } from '../../../platform/ids.ts'
import { NotFound } from '../../../platform/refusals.ts'
import type { OpenMatters } from '../../people/index.ts'
import type { Kind, Standing } from '../outlet.ts'
import { standingOf } from '../outlet.ts'
import { outletsPath } from '../paths.ts'
import { mayTellAgain } from '../policy.ts'
import { words } from '../words.ts'

export type Outlet = {
  id: string
  kind: Kind
  server: string
  handle: string
  locales: string[]
  addedAt: Date
  /** What opens it is there: no backup has it. */
  isOpen: boolean
}

/** All accounts, the first first. */
export async function outlets(db: Db): Promise<Outlet[]> {
  const all = await listed(db).orderBy('addedAt').orderBy('id').execute()
  return all.map(({ token, ...outlet }) => ({ ...outlet, isOpen: token !== null }))
}

const listed = (db: Db) =>
  db
    .selectFrom('outlet')
    .leftJoin('outletToken', 'outletToken.outletId', 'outlet.id')
    .select(['id', 'server', 'handle', 'locales', 'addedAt', 'outletToken.sealed as token'])
    .select((eb) => eb.ref('kind').$castTo<Kind>().as('kind'))

/** @throws NotFound `no-such-outlet` */
export async function outletById(
  db: Db,
  id: string,
): Promise<Omit<Outlet, 'isOpen'> & { token: Buffer | null }> {
  const outlet = isUuid(id) ? await listed(db).where('id', '=', id).executeTakeFirst() : undefined
  if (!outlet) throw new NotFound('no-such-outlet')
  return outlet
}

/** What an account said of a post, or could not say. */
export type Told = {
  outletId: string
  postId: string
  handle: string
  title: string
  at: Date
  url: string | null
  said: string
  problem: string | null
  standing: Standing
}

/** The thirty newest messages, what failed first. */
export async function newestMessages(db: Db): Promise<Told[]> {
  const rows = await db
    .selectFrom('outletMessage as message')
    .innerJoin('outlet', 'outlet.id', 'message.outletId')
    .innerJoin('post', 'post.id', 'message.postId')
    .select(['message.outletId', 'message.postId', 'outlet.handle', 'post.title', 'message.url'])
    .select(['message.said', 'message.problem', 'message.sentAt', 'message.removedAt', 'message.nextAt'])
    .select(['message.madeAt as at', 'post.withdrawnAt'])
    .orderBy(sql`(message.problem is not null and message.next_at is null)`, 'desc')
    .orderBy('message.madeAt', 'desc')
    .orderBy('message.postId')
    .limit(30)
    .execute()
  return rows.map(({ withdrawnAt, sentAt, removedAt, nextAt, ...row }) => ({
    ...row,
    standing: standingOf({ sentAt, removedAt, nextAt, problem: row.problem }, withdrawnAt !== null),
  }))
}

/** What nobody but an editor tries again. */
export const openOutlets: OpenMatters = async (db, actor) => {
  if (!mayTellAgain(actor)) return []
  const { count, since } = await db
    .selectFrom('outletMessage')
    .where('problem', 'is not', null)
    .where('nextAt', 'is', null)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('madeAt').as('since')])
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) return []
  const t = words(actor.locale)
  return [
    {
      text: t('matter', { count: Number(count) }),
      act: { href: outletsPath, label: t('matter.act') },
      urgency: 'soon',
      ...(since ? { since } : {}),
    },
  ]
}
