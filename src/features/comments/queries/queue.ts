import { sql } from 'kysely'
import { type Db, hasIn, type Tx } from '../../../db/index.ts'
import { joining } from '../../../platform/joining.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor, OpenMatters, Search } from '../../people/index.ts'
import type { CommentState, Why } from '../comment.ts'
import type { Weight } from '../filter.ts'
import { findPath, queuePath } from '../paths.ts'
import { mayModerate } from '../policy.ts'
import { excerpt } from '../text.ts'
import { words } from '../words.ts'

/** What stands in the column `reasons`. */
export type Reasons = { why: Why[]; weights: Weight[] }

/** A comment as editors see it. */
export type Queued = {
  id: string
  number: number
  revision: number
  name: string
  email: string | null
  /** Who wrote it on another server, and the page of theirs there. */
  handle: string | null
  profile: string | null
  text: string
  role: string | null
  locale: string
  sentAt: Date
  changedAt: Date | null
  state: CommentState
  stateAt: Date
  decidedBy: string | null
  score: number
  reasons: Reasons
  postId: string
  slug: string
  title: string
  /** Whether readers can read the post; one that was withdrawn has no page of comments. */
  isPublic: boolean
  answers: string | null
  /** What readers say is wrong with it; empty words where they said nothing. */
  flags: string[]
  /** How many others of the same address appeared, and how many did not. */
  others: { shown: number; refused: number }
}

/** Comments that wait, those that readers reported, or those that were decided. */
export type QueuePart = Exclude<CommentState, 'withdrawn'> | 'reported'

/** Comments come to what was published, so that only its withdrawal takes it from readers. */
const isPublic = sql<boolean>`(post.publish_at is not null and post.withdrawn_at is null)`.as('isPublic')

const queued = (db: Db | Tx) =>
  db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .leftJoin('person', 'person.id', 'comment.stateBy')
    .leftJoin('comment as parent', 'parent.id', 'comment.parentId')
    .select(['comment.id', 'comment.number', 'comment.revision', 'comment.name', 'comment.email'])
    .select(['comment.handle', 'comment.profile'])
    .select(['comment.text', 'comment.role', 'comment.locale', 'comment.sentAt', 'comment.changedAt'])
    .select(['comment.state', 'comment.stateAt', 'person.name as decidedBy', 'comment.score'])
    .select(['comment.reasons', 'comment.postId', 'post.slug', 'post.title', 'parent.name as answers'])
    .select(isPublic)
    .select([
      sql<string[]>`array(select words from comment_flag
        where comment_id = comment.id and settled_at is null order by flagged_at limit 20)`.as('flags'),
      sql<{ shown: number; refused: number }>`(
        select jsonb_build_object('shown', count(*) filter (where other.state = 'shown'),
          'refused', count(*) filter (where other.state in ('spam', 'removed')))
        from (select state from comment one where one.email_key = comment.email_key and one.id <> comment.id limit 200) other
      )`.as('others'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof queued>['execute']>>[number]

const asQueued = (row: Row): Queued => ({
  ...row,
  number: row.number,
  state: row.state as CommentState,
  reasons: row.reasons as unknown as Reasons,
})

/** Shown comments that readers reported and nobody has looked at since. */
const reported = (db: Db | Tx) =>
  db
    .selectFrom('comment')
    .where('comment.state', '=', 'shown')
    .where('comment.id', 'in', (eb) =>
      eb.selectFrom('commentFlag').where('settledAt', 'is', null).select('commentId'),
    )

/** Comments on one page of the queue. */
const perQueue = 25

export type QueuePage = { comments: Queued[]; page: number; pages: number; open: OpenCounts }

/**
 * One page of the queue: of those that wait the likely good ones first, of those decided the newest.
 *
 * @throws Forbidden unless an editor asks
 */
export async function commentQueue(
  db: Db,
  actor: Actor,
  { part, page, postId }: { part: QueuePart; page: number; postId?: string | undefined },
): Promise<QueuePage> {
  allow(mayModerate(actor))
  const of = { part, postId }
  const [{ count }, open] = await Promise.all([countOf(db, of), openCounts(db)])
  const pages = pagesOf(count, perQueue)
  const at = Math.min(page, pages)
  const rows = await queued(db)
    .where('comment.id', 'in', idsOn(db, of, at))
    .orderBy((eb) => (part === 'waiting' ? eb.ref('comment.score') : eb.val(0)))
    .orderBy(
      (eb) => (part === 'waiting' ? eb.ref('comment.sentAt') : eb.ref('comment.stateAt')),
      (order) => (part === 'waiting' ? order.asc() : order.desc()),
    )
    .orderBy('comment.id')
    .execute()
  return { comments: rows.map(asQueued), page: at, pages, open }
}

type Of = { part: QueuePart; postId: string | undefined }

const partOf = (db: Db, { part, postId }: Of) => {
  const found =
    part === 'reported' ? reported(db) : db.selectFrom('comment').where('comment.state', '=', part)
  return postId === undefined ? found : found.where('comment.postId', '=', postId)
}

const countOf = (db: Db, of: Of) =>
  partOf(db, of)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()

/** Which stand on a page, before anything else of them is read. */
function idsOn(db: Db, of: Of, page: number) {
  const ids = partOf(db, of).select('comment.id')
  const ordered =
    of.part === 'waiting' ? ids.orderBy('score').orderBy('sentAt') : ids.orderBy('stateAt', 'desc')
  return ordered
    .orderBy('comment.id')
    .limit(perQueue)
    .offset((page - 1) * perQueue)
}

type OpenCounts = { waiting: number; reported: number; since: Date | null }

/** How many wait, since when, and how many of those shown readers reported. */
async function openCounts(db: Db): Promise<OpenCounts> {
  const [{ waiting, since }, flagged] = await Promise.all([
    db
      .selectFrom('comment')
      .where('state', '=', 'waiting')
      .select((eb) => [eb.fn.countAll<number>().as('waiting'), eb.fn.min('sentAt').as('since')])
      .executeTakeFirstOrThrow(),
    reported(db)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { waiting, since, reported: flagged.count }
}

/** What an editor decided last, if that is not long ago: it can be taken back in one press. */
export async function lastDecision(
  db: Db | Tx,
  actor: Actor,
  now: Date,
): Promise<{ at: Date; ids: string[] } | null> {
  if (actor.id === null) return null
  const rows = await db
    .selectFrom('comment')
    .where('stateBy', '=', actor.id)
    .where('stateAt', '=', (eb) =>
      eb
        .selectFrom('comment as last')
        .where('last.stateBy', '=', actor.id)
        .select((of) => of.fn.max('last.stateAt').as('at')),
    )
    .where('stateAt', '>', new Date(now.getTime() - undoMinutes * 60_000))
    .select(['id', 'stateAt'])
    .execute()
  const [first] = rows
  return first ? { at: first.stateAt, ids: rows.map(({ id }) => id) } : null
}

/** For so long one press takes back what was decided last. */
const undoMinutes = 10

/** Comments that wait, and shown ones that readers reported. */
export const openComments: OpenMatters = async (db, actor) => {
  if (!mayModerate(actor)) return []
  const t = words(actor.locale)
  const { waiting, since, reported } = await openCounts(db)
  return [
    ...(reported > 0
      ? [
          {
            text: t('matter.reported', { count: reported }),
            act: { href: `${queuePath}?state=reported`, label: t('matter.reported.act') },
            urgency: 'now' as const,
          },
        ]
      : []),
    ...(waiting > 0
      ? [
          {
            text: t('matter.waiting', { count: waiting }),
            act: { href: queuePath, label: t('matter.waiting.act') },
            urgency: 'soon' as const,
            ...(since ? { since } : {}),
          },
        ]
      : []),
  ]
}

/** Comments by a name or words of theirs; only those who decide about them find them. */
export const findComments: Search = async (db, actor, { text, limit }) => {
  if (!mayModerate(actor)) return []
  const kind = words(actor.locale)('found.comment')
  const rows = await db
    .selectFrom('comment')
    .innerJoin('post', 'post.id', 'comment.postId')
    .where('comment.state', 'in', ['shown', 'waiting'])
    // Not through the words of years.
    .where(sql<boolean>`comment.number > (select max(number) from comment) - 3000`)
    .where(hasIn(sql`(comment.name || ' ' || comment.text)`, text))
    .select(['comment.number', 'comment.name', 'comment.text', 'comment.state', 'post.title'])
    .select(isPublic)
    .orderBy('comment.sentAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ number, name, text: said, state, title, isPublic: isRead }) => ({
    kind,
    title: joining(actor.locale).labelled(name, excerpt(said, 60)),
    note: title,
    href:
      state !== 'shown' ? `${queuePath}#q${number}` : isRead ? findPath(number) : `${queuePath}?state=shown`,
  }))
}
