import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { allow, Conflict, Unacceptable } from '../../../platform/refusals.ts'
import { type Credit, changeCredit } from '../../media/index.ts'
import type { Actor } from '../../people/index.ts'
import { authorsIn, changePost, lockPost, type PostText, startPost, stateOf } from '../../posts/index.ts'
import { lockRound, type Round, roundByCode } from '../../rounds/index.ts'
import { mayEditTopics } from '../policy.ts'
import { existingTopic, topicAt } from '../queries/topics.ts'
import { missingFrom } from '../schema.ts'
import type { Topic, TopicDraft, TopicText } from '../topic.ts'

/** Which topic: the code of its round, and its number in it. */
export type TopicPlace = { code: string; number: number }

/** More topics than days in a round are a slip of the hand. */
const MOST_TOPICS = 99

/**
 * Writes a topic: begins it, or changes it. A topic that is scheduled or public stays complete.
 *
 * @param draft with the number of the text that it was written over, where it was read before it was changed
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`
 * @throws Conflict `topic-incomplete` when it is scheduled or public and would lack something; `post-changed` when
 *   somebody else has saved it since
 * @throws Unacceptable `bad-topic-number`
 */
export async function saveTopic(
  app: App,
  actor: Actor,
  place: TopicPlace,
  draft: TopicDraft & { basedOn?: number | null },
): Promise<Topic> {
  allow(mayEditTopics(actor))
  if (place.number < 1 || place.number > MOST_TOPICS) throw new Unacceptable('bad-topic-number')
  return app.db.transaction().execute(async (tx) => {
    // The round's lock keeps two editors from beginning the same topic.
    const round = await lockRound(tx, (await roundByCode(tx, actor, place.code)).id)
    const before = await topicAt(tx, round.id, place.number)
    if (draft.picture) await changeCredit(tx, draft.picture.id, creditOf(draft.picture))
    if (before) await change(app, tx, { actor, before, draft, round })
    else await begin(app, tx, { actor, draft, round, number: place.number })
    const topic = await existingTopic(tx, round.id, place.number)
    await note(tx, app.now(), actor.id, before ? 'topic.changed' : 'topic.begun', topic.id, { ...place })
    return topic
  })
}

async function change(
  app: App,
  tx: Tx,
  topic: { actor: Actor; before: Topic; draft: TopicDraft & { basedOn?: number | null }; round: Round },
) {
  const { actor, before, draft, round } = topic
  const post = await lockPost(tx, before.postId)
  if (stateOf(post, app.now()) !== 'draft') requireComplete(draft)
  await changePost(app, tx, before.postId, {
    text: postText(draft, { locale: post.locale, tags: post.tags }),
    byId: actor.id,
    basedOn: draft.basedOn ?? null,
    kind: 'saved',
    wished: wishedAddress(draft, round),
  })
}

async function begin(
  app: App,
  tx: Tx,
  topic: { actor: Actor; draft: TopicDraft; round: Round; number: number },
): Promise<void> {
  const { actor, draft, round, number } = topic
  const { id: postId } = await startPost(app, tx, postText(draft, { locale: 'en', tags: [] }), {
    ...{ roundId: round.id, number, fortnight: number, part: 'lead', stage: 'drafting' },
    ...{ byId: actor.id, assigneeId: actor.id, wished: wishedAddress(draft, round) },
  })
  await tx.insertInto('topic').values({ roundId: round.id, number, postId }).execute()
}

/** Topics come back in later rounds, so the address names the round. */
const wishedAddress = (draft: TopicDraft, round: Round) => `${draft.title} ${round.code}`

const postText = (draft: TopicDraft, kept: Pick<PostText, 'locale' | 'tags'>): PostText => ({
  title: draft.title,
  summary: draft.summary,
  body: draft.lead,
  questions: draft.questions,
  hashtag: draft.hashtag,
  authors: authorsIn(draft.byline),
  mediaId: draft.picture?.id ?? null,
  ...kept,
})

const creditOf = ({ alt, caption, author, source, licence }: Credit): Credit => ({
  alt,
  caption,
  author,
  source,
  licence,
})

/** @throws Conflict `topic-incomplete` */
export function requireComplete(topic: TopicText & { picture: Credit | null }): void {
  const missing = missingFrom(topic)
  if (missing.length > 0) throw new Conflict('topic-incomplete', { missing: missing.join(', ') })
}
