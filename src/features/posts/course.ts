import { daysBetween } from '../../platform/days.ts'
import { type Post, stageOf } from './post.ts'
import type { Stage } from './stage.ts'

/** What an editor can do with a post, besides writing it. */
const postActs = [
  ...(['claim', 'assign', 'submit', 'take-back', 'give-back', 'approve', 'unschedule'] as const),
  ...(['withdraw', 'restore', 'move', 'place'] as const),
] as const
export type PostAct = (typeof postActs)[number]

/** From where each act leads on. */
const from: Record<PostAct, readonly Stage[]> = {
  claim: ['proposed', 'assigned', 'drafting'],
  assign: ['proposed', 'assigned', 'drafting', 'review', 'scheduled'],
  submit: ['assigned', 'drafting'],
  'take-back': ['review'],
  'give-back': ['review'],
  approve: ['proposed', 'assigned', 'drafting', 'review', 'scheduled'],
  unschedule: ['scheduled'],
  withdraw: ['published'],
  restore: ['withdrawn'],
  move: ['published'],
  place: ['proposed', 'assigned', 'drafting', 'review', 'scheduled', 'published'],
}

/** All that decides what can be done with a post. */
export type OnCourse = Pick<Post, 'stage' | 'publishAt' | 'withdrawnAt' | 'assigneeId' | 'number'>

/** Where a post stands lets it be done, whoever asks. */
export const isNext = (act: PostAct, post: OnCourse, now: Date): boolean =>
  from[act].includes(stageOf(post, now))

/**
 * Whether an editor may do it, where it can be done. Nobody claims what is somebody's; only who writes a post submits it and
 * takes it back; and only others say of a post in review that it is good.
 */
export function isTheirs(act: PostAct, post: OnCourse, actorId: string | null): boolean {
  const isWriter = post.assigneeId !== null && post.assigneeId === actorId
  if (act === 'claim') return post.assigneeId === null && actorId !== null
  if (act === 'submit') return isWriter || (post.assigneeId === null && actorId !== null)
  if (act === 'take-back') return isWriter
  if (act === 'give-back') return !isWriter
  if (act === 'approve') return !(isWriter && post.stage === 'review' && post.publishAt === null)
  return true
}

/** Whether its author outside the office has still to agree to the text it has now: until then it does not come out. */
export const lacksAgreement = ({
  agreedRevision,
  revision,
}: Pick<Post, 'agreedRevision' | 'revision'>): boolean =>
  agreedRevision !== null && agreedRevision !== revision

/** A topic comes out by its own page, which says whom it writes to. */
export const isOfTopic = ({ number }: Pick<Post, 'number'>): boolean => number !== null

const ofTopic: readonly PostAct[] = ['approve', 'unschedule', 'withdraw', 'restore']

/** What an editor can do with a post now, in the order of the list. */
export const actsOn = (post: OnCourse, actorId: string | null, now: Date): PostAct[] =>
  postActs.filter(
    (act) =>
      isNext(act, post, now) && isTheirs(act, post, actorId) && !(isOfTopic(post) && ofTopic.includes(act)),
  )

/** What a post waits for: somebody to write it, its writer, its reader, its time, or nothing. */
export type Waiting = 'writer' | 'text' | 'reader' | 'time' | 'nothing'

const waitingAt: Record<Stage, Waiting> = {
  proposed: 'writer',
  assigned: 'text',
  drafting: 'text',
  review: 'reader',
  scheduled: 'time',
  published: 'nothing',
  withdrawn: 'nothing',
}

export function waitingFor(post: OnCourse, now: Date): Waiting {
  const waiting = waitingAt[stageOf(post, now)]
  return waiting === 'text' && post.assigneeId === null ? 'writer' : waiting
}

/** How many days a post is past the day on which it was to be written; 0 when it is not, or is no longer being written. */
export function daysLate(post: OnCourse & Pick<Post, 'dueOn'>, today: string, now: Date): number {
  if (post.dueOn === null || !['writer', 'text'].includes(waitingFor(post, now))) return 0
  return Math.max(0, daysBetween(post.dueOn, today))
}
