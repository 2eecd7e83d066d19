import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { openCampaign, sendAllOnce } from '../../platform/mail/index.ts'
import { allow, Conflict, Unacceptable } from '../../platform/refusals.ts'
import { type Credit, changeCredit, missingCredit } from '../media/index.ts'
import type { Actor } from '../people/index.ts'
import { changePost, lockPost, type PostText, setPublishAt, startPost, stateOf } from '../posts/index.ts'
import { lockRound, type Round, roundByCode, roundById } from '../rounds/index.ts'
import { topicEmail } from './emails.tsx'
import { mayEditTopics } from './policy.ts'
import { existingTopic, lockTopic, recipientsOf, topicAt } from './queries.ts'
import { missingParts, newsSince, type Topic, type TopicText } from './topic.ts'

/** Which topic: the code of its round, and its number in it. */
export type TopicPlace = { code: string; number: number }

/** All that an editor writes about a topic. */
export type TopicDraft = TopicText & {
  byline: string
  /** A picture from `addPicture`, with what is said about it. */
  picture: ({ id: string } & Credit) | null
}

/** More topics than days in a round are a slip of the hand. */
const MOST_TOPICS = 99

/**
 * Writes a topic: begins it, or changes it. A topic that is scheduled or public stays complete.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `topic-incomplete` when it is scheduled or public and would lack something
 * @throws Unacceptable `bad-topic-number`
 */
export async function saveTopic(
  app: App,
  actor: Actor,
  place: TopicPlace,
  draft: TopicDraft,
): Promise<Topic> {
  allow(mayEditTopics(actor))
  if (place.number < 1 || place.number > MOST_TOPICS) throw new Unacceptable('bad-topic-number')
  return app.db.transaction().execute(async (tx) => {
    // The round's lock keeps two editors from beginning the same topic.
    const round = await lockRound(tx, (await roundByCode(tx, actor, place.code)).id)
    const before = await topicAt(tx, round.id, place.number)
    if (draft.picture) await changeCredit(tx, draft.picture.id, creditOf(draft.picture))
    if (before) await change(app, tx, { before, draft, round })
    else await begin(app, tx, { actor, draft, round, number: place.number })
    const topic = await existingTopic(tx, round.id, place.number)
    await note(tx, app.now(), actor.id, before ? 'topic.changed' : 'topic.begun', topic.id, { ...place })
    return topic
  })
}

async function change(
  app: App,
  tx: Tx,
  { before, draft, round }: { before: Topic; draft: TopicDraft; round: Round },
) {
  const post = await lockPost(tx, before.postId)
  if (stateOf(post, app.now()) !== 'draft') requireComplete(draft)
  await changePost(app, tx, before.postId, postText(draft, before.locale), wishedAddress(draft, round))
}

async function begin(
  app: App,
  tx: Tx,
  topic: { actor: Actor; draft: TopicDraft; round: Round; number: number },
): Promise<void> {
  const { actor, draft, round, number } = topic
  const from = { roundId: round.id, number, authorId: actor.id, wished: wishedAddress(draft, round) }
  const { id: postId } = await startPost(app, tx, postText(draft, 'en'), from)
  await tx.insertInto('topic').values({ roundId: round.id, number, postId }).execute()
}

/** Topics come back in later rounds, so the address names the round. */
const wishedAddress = (draft: TopicDraft, round: Round) => `${draft.title} ${round.code}`

const postText = (draft: TopicDraft, locale: string): PostText => ({
  title: draft.title,
  summary: draft.summary,
  body: draft.lead,
  questions: draft.questions,
  hashtag: draft.hashtag,
  byline: draft.byline,
  mediaId: draft.picture?.id ?? null,
  locale,
})

const creditOf = ({ alt, caption, author, source, licence }: Credit): Credit => ({
  alt,
  caption,
  author,
  source,
  licence,
})

/**
 * Decides when a topic comes out. At a time that has passed it is public at once, and its mails are queued unless
 * it goes straight to the archive. @see mailTopic
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`, `no-such-topic`
 * @throws Conflict `topic-incomplete`, `topic-is-public`
 */
export async function scheduleTopic(app: App, actor: Actor, place: TopicPlace, at: Date) {
  allow(mayEditTopics(actor))
  return app.db.transaction().execute(async (tx) => {
    const { id: roundId } = await roundByCode(tx, actor, place.code)
    const topic = await lockTopic(tx, roundId, place.number)
    if (stateOf(topic, app.now()) === 'published') throw new Conflict('topic-is-public')
    requireComplete(topic)
    await setPublishAt(tx, topic.postId, at)
    const isPublic = at <= app.now()
    const mails = isPublic ? await mailTopic(app, tx, roundId, place.number) : 0
    const act = isPublic ? 'topic.published' : 'topic.scheduled'
    await note(tx, app.now(), actor.id, act, topic.id, { ...place, at: at.toISOString(), mails })
    return { topic: { ...topic, publishAt: at }, mails }
  })
}

/**
 * Makes a topic public now and queues its mails. @see scheduleTopic
 *
 * @returns the topic, and how many mails were queued
 */
export const publishTopic = (app: App, actor: Actor, place: TopicPlace) =>
  scheduleTopic(app, actor, place, app.now())

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
    const { id: roundId } = await roundByCode(tx, actor, place.code)
    const topic = await lockTopic(tx, roundId, place.number)
    if (stateOf(topic, app.now()) === 'published') throw new Conflict('topic-is-public')
    await setPublishAt(tx, topic.postId, null)
    await note(tx, app.now(), actor.id, 'topic.unscheduled', topic.id, { ...place })
  })
}

/** @throws Conflict `topic-incomplete` */
function requireComplete(topic: TopicText & { picture: Credit | null }): void {
  const missing = missingParts(topic, topic.picture && missingCredit(topic.picture))
  if (missing.length > 0) throw new Conflict('topic-incomplete', { missing: missing.join(', ') })
}

/**
 * Queues the mails of a topic that is public: one for every participant there is at this moment, once for all
 * time. Nobody is written to about a topic that has been public for more than two days: it belongs to the archive.
 *
 * @returns how many were queued; 0 when that was done before
 */
export async function mailTopic(app: App, tx: Tx, roundId: string, number: number): Promise<number> {
  const topic = await lockTopic(tx, roundId, number)
  const round = await roundById(tx, roundId)
  const isNews = topic.publishAt !== null && topic.publishAt > newsSince(app.now())
  if (topic.campaignId !== null || !isNews) return 0
  const campaign = { key: `topic:${topic.id}`, kind: 'topic', roundId, createdBy: null }
  const campaignId = await openCampaign(app, tx, campaign)
  await tx.updateTable('topic').set({ campaignId }).where('id', '=', topic.id).execute()
  const recipients = await recipientsOf(tx, roundId)
  const mails = recipients.map((to) => ({
    key: `topic:${topic.id}:${to.personId}`,
    email: { ...topicEmail(app, topic, round, to), campaignId },
  }))
  return sendAllOnce(app, tx, mails)
}
