import type { Db, Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import { pictureColumn } from '../media/index.ts'
import { newsSince, type Topic } from './topic.ts'

const topics = (db: Db | Tx) =>
  db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .select(['topic.id', 'topic.postId', 'topic.roundId', 'topic.number', 'topic.campaignId'])
    .select([
      'title',
      'body as lead',
      'summary',
      'post.questions',
      'post.hashtag',
      'slug',
      'byline',
      'locale',
    ])
    .select(['revision', 'updatedAt'])
    .select(['publishAt', 'withdrawnAt', pictureColumn('post.media_id').as('picture')])

/** The topics of a round, written so far, first to last. */
export const topicsOf = (db: Db, roundId: string): Promise<Topic[]> =>
  topics(db).where('topic.roundId', '=', roundId).orderBy('topic.number').execute()

/** @returns null when nobody has begun to write it. */
export async function topicAt(db: Db | Tx, roundId: string, number: number): Promise<Topic | null> {
  const topic = await topics(db)
    .where('topic.roundId', '=', roundId)
    .where('topic.number', '=', number)
    .executeTakeFirst()
  return topic ?? null
}

/** @throws NotFound `no-such-topic` */
export async function existingTopic(db: Db | Tx, roundId: string, number: number): Promise<Topic> {
  const topic = await topicAt(db, roundId, number)
  if (!topic) throw new NotFound('no-such-topic', { number })
  return topic
}

/** The topic, its row locked until the transaction ends. @throws NotFound `no-such-topic` */
export async function lockTopic(tx: Tx, roundId: string, number: number): Promise<Topic> {
  await tx
    .selectFrom('topic')
    .select('id')
    .where('roundId', '=', roundId)
    .where('number', '=', number)
    .forUpdate()
    .execute()
  return existingTopic(tx, roundId, number)
}

/** A topic of any round, by its place and its title. */
export type NamedTopic = { code: string; number: number; title: string }

/** What was talked about before, newest first: topics come back. */
export const earlierTopics = (db: Db, now: Date): Promise<NamedTopic[]> =>
  db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .innerJoin('round', 'round.id', 'topic.roundId')
    .where('post.publishAt', '<=', now)
    .select(['round.code', 'topic.number', 'post.title'])
    .orderBy('post.publishAt', 'desc')
    .limit(200)
    .execute()

/**
 * Topics that became public lately and whose mails were not queued yet. What is added to the archive is mailed to
 * nobody.
 */
export const unmailedTopics = (db: Db, now: Date): Promise<{ roundId: string; number: number }[]> =>
  db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .where('post.publishAt', '<=', now)
    .where('post.publishAt', '>', newsSince(now))
    .where('topic.campaignId', 'is', null)
    .select(['topic.roundId', 'topic.number'])
    .orderBy('post.publishAt')
    .execute()

export type Recipient = { personId: string; name: string; givenName: string; email: string; locale: string }

/** The participants of a round, partner or not: everyone whose application was accepted and who is still there. */
export const recipientsOf = (db: Db | Tx, roundId: string): Promise<Recipient[]> =>
  db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('application.roundId', '=', roundId)
    .where('acceptedAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .where('person.disabledAt', 'is', null)
    .select(['person.id as personId', 'person.name', 'person.givenName', 'person.email', 'person.locale'])
    .orderBy('person.id')
    .execute()
