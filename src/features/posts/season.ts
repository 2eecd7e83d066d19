import { dayIn } from '../../platform/days.ts'
import type { Round } from '../rounds/index.ts'
import { type Part, parts } from './stage.ts'

/** Where a post stands in the season of its round. */
export type Place = { fortnight: number; part: Part | null }

/** The posts of one fortnight, in the order to read them in. */
export type Topic<Post> = { fortnight: number; posts: Post[] }

/** How the front page shows the newest posts. */
export type Arranged<Post> = {
  /** Shown large. */
  latest: Post | undefined
  /** Of its fortnight, beside it. */
  beside: Post[]
  /** The other fortnights of the season, the newest first. */
  topics: Topic<Post>[]
  /** All else, as it came. */
  more: Post[]
}

/** Whether a round is on by its days, both included; its topics come out then. */
export const isOn = ({ startsOn, endsOn, zone }: Pick<Round, 'startsOn' | 'endsOn' | 'zone'>, now: Date) => {
  const today = dayIn(now, zone)
  return startsOn <= today && today <= endsOn
}

/**
 * Arranges the newest posts by a season. While it is on, the topic of its newest fortnight leads with all that came out on
 * it; otherwise whatever is newest does.
 *
 * @param posts newest first
 * @param placeOf where a post stands in that season; undefined for one that stands nowhere in it
 */
export function arrange<Post extends { id: string }>(
  posts: readonly Post[],
  placeOf: (post: Post) => Place | undefined,
  isSeasonOn: boolean,
): Arranged<Post> {
  const placed = posts.filter((post) => placeOf(post) !== undefined)
  const topics = [...Map.groupBy(placed, (post) => placeOf(post)?.fortnight ?? 0)]
    .map(([fortnight, own]) => ({ fortnight, posts: inOrder(own, placeOf) }))
    .toSorted((one, other) => other.fortnight - one.fortnight)
  const [now, ...earlier] = isSeasonOn ? topics : []
  const [latest = posts[0], ...beside] = now?.posts ?? []
  const without = (topic: Topic<Post>) => ({
    ...topic,
    posts: topic.posts.filter((post) => post.id !== latest?.id),
  })
  return {
    ...{ latest, beside },
    topics: (now ? earlier : topics).map(without).filter((topic) => topic.posts.length > 0),
    more: posts.filter((post) => placeOf(post) === undefined && post.id !== latest?.id),
  }
}

/** Lead, companions, guests, wrap-up; each kind the first first. @param posts newest first */
const inOrder = <Post>(posts: readonly Post[], placeOf: (post: Post) => Place | undefined): Post[] => {
  const rank = (post: Post) => {
    const part = placeOf(post)?.part
    return part ? parts.indexOf(part) : parts.length
  }
  return posts.toReversed().toSorted((one, other) => rank(one) - rank(other))
}
