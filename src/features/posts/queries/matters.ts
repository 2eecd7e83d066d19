import type { Db } from '../../../db/index.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { pausedSince } from '../../../platform/network/index.ts'
import type { Actor, OpenMatter, RoundMatters } from '../../people/index.ts'
import { daysLate, isOfTopic, waitingFor } from '../course.ts'
import { deskPath, officePostPath, writePostPath } from '../paths.ts'
import { mayWorkOnPosts } from '../policy.ts'
import { words } from '../words.ts'
import { type DeskPost, postsOnDesk } from './desk.ts'
import { type MissedPost, missedPosts } from './held.ts'

/** How many days before it is due a post is told of. */
const NEAR_DAYS = 7

/** What an editor writes and is due, what waits for them to read it, what is late whoever writes it, and what nobody has taken. */
export const postMatters: RoundMatters = async (db, actor, now) => {
  if (!mayWorkOnPosts(actor)) return []
  const posts = await postsOnDesk(db, actor, now)
  const free = posts.filter((post) => waitingFor(post, now) === 'writer')
  return [
    ...(await missedMatters(db, actor, now, (post) => (isOfTopic(post) ? null : officePostPath(post.id)))),
    ...posts.flatMap((post) => matterOf(post, actor, now)),
    ...freeMatter(free, actor),
  ]
}

/**
 * What a pause held back, and whose time has passed in it; once the network is awake.
 *
 * @param hrefOf where a post gets a new time; null for one that others tell of
 */
export async function missedMatters(
  db: Db,
  actor: Actor,
  now: Date,
  hrefOf: (post: MissedPost) => string | null,
): Promise<OpenMatter[]> {
  if ((await pausedSince(db)) !== null) return []
  return (await missedPosts(db, now)).flatMap((post) => {
    const href = hrefOf(post)
    return href === null ? [] : [missedMatter(post, href, actor)]
  })
}

const missedMatter = (
  { title, publishAt, zone, roundCode }: MissedPost,
  href: string,
  actor: Actor,
): OpenMatter => ({
  text: words(actor.locale)('matter.held', {
    title,
    day: formats(actor.locale, zone).shortDay(dayIn(publishAt, zone)),
  }),
  act: { href, label: words(actor.locale)('matter.held.act') },
  urgency: 'now',
  ...(roundCode === null ? {} : { round: { code: roundCode } }),
})

function matterOf(post: DeskPost, actor: Actor, now: Date): OpenMatter[] {
  const waiting = waitingFor(post, now)
  const isMine = post.assigneeId === actor.id && actor.id !== null
  if (waiting === 'reader') {
    const isForMe = !isMine && (post.reviewerId === null || post.reviewerId === actor.id)
    return isForMe ? [lineOf(post, 'review', actor, 'now')] : []
  }
  if (waiting !== 'text') return []
  const today = dayIn(now, post.zone)
  if (daysLate(post, today, now) > 0) return [lineOf(post, isMine ? 'late' : 'late-other', actor, 'now')]
  if (!isMine || post.dueOn === null) return []
  return [lineOf(post, 'due', actor, post.dueOn <= addDays(today, NEAR_DAYS) ? 'soon' : 'later')]
}

type Why = 'review' | 'late' | 'late-other' | 'due'

function lineOf(post: DeskPost, why: Why, actor: Actor, urgency: OpenMatter['urgency']): OpenMatter {
  const t = words(actor.locale)
  const day = post.dueOn ? formats(actor.locale, post.zone).shortDay(post.dueOn) : ''
  const isToWrite = why === 'late' || why === 'due'
  return {
    text: t(`matter.${why}`, { title: post.title, day, name: post.assignee?.name ?? '' }),
    act: {
      href: isToWrite ? writePostPath(post.id) : officePostPath(post.id),
      label: t(`matter.${why}.act`),
    },
    urgency,
    ...(post.roundCode === null ? {} : { round: { code: post.roundCode } }),
  }
}

const freeMatter = (free: readonly DeskPost[], actor: Actor): OpenMatter[] =>
  free.length === 0
    ? []
    : [
        {
          text: words(actor.locale)('matter.free', { count: free.length }),
          act: { href: deskPath, label: words(actor.locale)('matter.free.act') },
          urgency: 'later',
        },
      ]
