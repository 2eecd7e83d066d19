import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { campaignProgress, resumeCampaign, stopCampaign } from '../../../platform/mail/index.ts'
import { refuseWhilePaused } from '../../../platform/network/index.ts'
import { allow, Conflict, Unacceptable } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import {
  hasBeenPublic,
  refuseOwnReview,
  restorePost,
  setPublishAt,
  stateOf,
  withdrawPost,
} from '../../posts/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { mayEditTopics } from '../policy.ts'
import { existingTopic, lockTopic } from '../queries/topics.ts'
import type { Topic } from '../topic.ts'
import { mailTopic } from './mails.ts'
import { requireComplete, type TopicPlace } from './write.ts'

/**
 * Decides when a topic comes out: at that time it is public by itself, and its mails are queued.
 *
 * @throws Forbidden unless an editor asks, and not one who submitted it for review
 * @throws NotFound `no-such-round`, `no-such-topic`
 * @throws Unacceptable `topic-time-past`: what comes out now is published, by an act that says whom it writes to
 * @throws Conflict `topic-incomplete`, `topic-is-public`, `network-paused`
 */
export async function scheduleTopic(app: App, actor: Actor, place: TopicPlace, at: Date): Promise<Topic> {
  allow(mayEditTopics(actor))
  if (at <= app.now()) throw new Unacceptable('topic-time-past')
  return app.db.transaction().execute(async (tx) => {
    const { topic } = await lockPlace(tx, actor, place)
    if (hasBeenPublic(topic, app.now())) throw new Conflict('topic-is-public')
    await refuseWhilePaused(tx)
    requireComplete(topic)
    await refuseOwnReview(tx, actor, topic.postId)
    await setPublishAt(tx, topic.postId, at)
    await note(tx, app.now(), actor.id, 'topic.scheduled', topic.id, { ...place, at: at.toISOString() })
    return { ...topic, publishAt: at }
  })
}

/**
 * Makes a topic public now and queues its mails, whatever kept it from that: a draft or a scheduled topic comes
 * out; one that came out without its mails gets them; a withdrawn one comes back, and only those who were not
 * written to before are.
 *
 * @returns the topic, and how many mails go out
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`, `no-such-topic`
 * @throws Conflict `topic-incomplete`, `topic-is-public` when there is nothing left to do
 */
export async function publishTopic(app: App, actor: Actor, place: TopicPlace) {
  allow(mayEditTopics(actor))
  return app.db.transaction().execute(async (tx) => {
    const now = app.now()
    const { round, topic } = await lockPlace(tx, actor, place)
    const state = stateOf(topic, now)
    if (state === 'published' && topic.campaignId !== null) throw new Conflict('topic-is-public')
    requireComplete(topic)
    await refuseOwnReview(tx, actor, topic.postId)
    if (state === 'withdrawn') await restorePost(app, tx, topic.postId)
    else if (state !== 'published') await setPublishAt(tx, topic.postId, now)
    const mails = topic.campaignId ? await goOn(tx, topic.campaignId) : await mailTopic(app, tx, topic, round)
    const act = acts[state]
    await note(tx, now, actor.id, act, topic.id, { ...place, at: now.toISOString(), mails })
    return { topic: await existingTopic(tx, round.id, place.number), mails }
  })
}

/** What publishing is called in the journal, by what the topic was before. */
const acts = {
  draft: 'topic.published',
  scheduled: 'topic.published',
  withdrawn: 'topic.restored',
  published: 'topic.mailed',
} as const

/** @returns how many mails were held back */
async function goOn(tx: Tx, campaignId: string): Promise<number> {
  await resumeCampaign(tx, campaignId)
  return (await campaignProgress(tx, campaignId)).waiting
}

/**
 * Takes a public topic back: its address says so, lists and feeds drop it, and its mails that have not gone out
 * are held back. Publishing brings it back.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`, `no-such-topic`
 * @throws Conflict `topic-not-public`
 */
export async function withdrawTopic(app: App, actor: Actor, place: TopicPlace): Promise<void> {
  allow(mayEditTopics(actor))
  return app.db.transaction().execute(async (tx) => {
    const { topic } = await lockPlace(tx, actor, place)
    if (stateOf(topic, app.now()) !== 'published') throw new Conflict('topic-not-public')
    await withdrawPost(app, tx, topic.postId)
    if (topic.campaignId) await stopCampaign(tx, topic.campaignId, app.now())
    await note(tx, app.now(), actor.id, 'topic.withdrawn', topic.id, { ...place })
  })
}

/**
 * Takes a topic off the calendar; it is a draft again.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`, `no-such-topic`
 * @throws Conflict `topic-is-public` when its time has come meanwhile
 */
export async function unscheduleTopic(app: App, actor: Actor, place: TopicPlace): Promise<void> {
  allow(mayEditTopics(actor))
  return app.db.transaction().execute(async (tx) => {
    const { topic } = await lockPlace(tx, actor, place)
    if (hasBeenPublic(topic, app.now())) throw new Conflict('topic-is-public')
    await setPublishAt(tx, topic.postId, null)
    await note(tx, app.now(), actor.id, 'topic.unscheduled', topic.id, { ...place })
  })
}

async function lockPlace(tx: Tx, actor: Actor, place: TopicPlace): Promise<{ round: Round; topic: Topic }> {
  const round = await roundByCode(tx, actor, place.code)
  return { round, topic: await lockTopic(tx, round.id, place.number) }
}
