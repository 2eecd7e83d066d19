import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { refuseWhilePaused } from '../../../platform/network/index.ts'
import { Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { missingCredit, picturesByIds } from '../../media/index.ts'
import type { Actor } from '../../people/index.ts'
import { hindrances } from '../checklist.ts'
import { lacksAgreement } from '../course.ts'
import { picturesOf } from '../rendered.ts'
import { keepNote, onceOnCourse, refuseOfTopic, set } from './course.ts'
import { setPublishAt, restorePost as unwithdraw, withdrawPost } from './public.ts'
import { tellAbout } from './telling.ts'

/**
 * Approves a post: it comes out at a time to come, or now. Who writes it and who signs it are told the day and the address.
 *
 * @param at null for now
 * @throws as `onCourse` does
 * @throws Unacceptable `post-time-past`
 * @throws Conflict `network-paused` for a time to come while it is; `post-incomplete` when something is missing without which nothing comes out; `post-not-agreed` while its
 *   author outside the office has not agreed to the text
 */
export async function approvePost(app: App, actor: Actor, id: string, at: Date | null): Promise<void> {
  const now = app.now()
  if (at !== null && at <= now) throw new Unacceptable('post-time-past')
  const noted = at === null ? 'post.published' : 'post.scheduled'
  await onceOnCourse(app, actor, { id, act: 'approve', noted }, async (tx, before) => {
    refuseOfTopic(before)
    if (at !== null) await refuseWhilePaused(tx)
    if (lacksAgreement(before)) throw new Conflict('post-not-agreed')
    const pictures = await picturesByIds(tx, picturesOf(before))
    if (hindrances(before, pictures, missingCredit).length > 0) throw new Conflict('post-incomplete')
    const publishAt = at ?? now
    if (publishAt.getTime() === before.publishAt?.getTime()) return
    await setPublishAt(tx, id, publishAt)
    if (before.stage === 'review') await set(app, tx, id, { reviewerId: before.reviewerId ?? actor.id })
    await note(tx, now, actor.id, noted, id, { at: publishAt.toISOString() })
    const post = { ...before, publishAt }
    const people = [post.assigneeId]
    await tellAbout(app, tx, actor, { told: at ? 'scheduled' : 'published', post, people, authors: true })
  })
}

/** Takes a post off the schedule: it is a draft again, and those who were told the day are told. */
export const unschedulePost = (app: App, actor: Actor, id: string): Promise<void> =>
  onceOnCourse(app, actor, { id, act: 'unschedule', noted: 'post.unscheduled' }, async (tx, post) => {
    refuseOfTopic(post)
    await setPublishAt(tx, id, null)
    await note(tx, app.now(), actor.id, 'post.unscheduled', id)
    const people = [post.assigneeId]
    await tellAbout(app, tx, actor, { told: 'unscheduled', post, people, authors: true })
  })

/**
 * Takes a public post back: its address says so, lists and feeds drop it, and those who signed it are told why.
 *
 * @param because in words that its authors read
 */
export const takePostBack = (app: App, actor: Actor, id: string, because: string): Promise<void> =>
  onceOnCourse(
    app,
    actor,
    { id, act: 'withdraw', noted: 'post.withdrawn', said: because },
    async (tx, post) => {
      refuseOfTopic(post)
      await withdrawPost(app, tx, id, because)
      await keepNote(app, tx, actor, { post, text: because, kind: 'withdrawn' })
      await note(tx, app.now(), actor.id, 'post.withdrawn', id)
      const people = [post.assigneeId]
      await tellAbout(app, tx, actor, { told: 'withdrawn', post, people, authors: true, note: because })
    },
  )

/** Makes a withdrawn post public again, at its address and with its day. */
export const bringPostBack = (app: App, actor: Actor, id: string): Promise<void> =>
  onceOnCourse(app, actor, { id, act: 'restore', noted: 'post.restored' }, async (tx, post) => {
    refuseOfTopic(post)
    await unwithdraw(app, tx, id)
    await note(tx, app.now(), actor.id, 'post.restored', id)
    const people = [post.assigneeId]
    await tellAbout(app, tx, actor, { told: 'restored', post, people, authors: true })
  })
