import type { ExpressionBuilder } from 'kysely'
import type { Db, Tables, Tx } from '../../../db/index.ts'
import { NotFound } from '../../../platform/refusals.ts'
import { pictureColumn } from '../../media/index.ts'
import { authorNamesColumn } from '../../posts/index.ts'
import { goesOn } from '../../rounds/index.ts'
import { newsSince, TOPICS_LIST, type Topic } from '../topic.ts'

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
    .select(['revision', 'updatedAt', authorNamesColumn])
    .select(['publishAt', 'withdrawnAt', pictureColumn('post.media_id').as('picture')])

/** The topics of a round, written so far, first to last. */
export const topicsOf = (db: Db, roundId: string): Promise<Topic[]> =>
  topics(db).where('topic.roundId', '=', roundId).orderBy('topic.number').execute()

/** The last that came out, of whichever round. */
export const newestTopic = (db: Db): Promise<Topic | undefined> =>
  topics(db).where('publishAt', 'is not', null).orderBy('publishAt', 'desc').limit(1).executeTakeFirst()

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

/** Topics that became public lately and whose mails were not queued yet. */
export const unmailedTopics = (db: Db, now: Date): Promise<{ roundId: string; number: number }[]> =>
  withoutMails(db).where('post.publishAt', '<=', now).where('post.publishAt', '>', newsSince(now)).execute()

/**
 * Topics of rounds that go on which became public without their mails, too long ago to be news.
 *
 * @see isMissed
 */
export const missedTopics = (
  db: Db,
  now: Date,
): Promise<{ roundId: string; number: number; code: string }[]> =>
  withoutMails(db)
    .innerJoin('round', 'round.id', 'topic.roundId')
    .where('post.publishAt', '<=', newsSince(now))
    .where(goesOn(now))
    .select('round.code')
    .execute()

const withoutMails = (db: Db) =>
  db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .where('topic.campaignId', 'is', null)
    .where('post.withdrawnAt', 'is', null)
    .select(['topic.roundId', 'topic.number'])
    .orderBy('post.publishAt')

export type Recipient = {
  personId: string
  name: string
  givenName: string
  email: string
  locale: string
  /** How many partners they have now: none before the release, and while they wait for another. */
  partners: number
}

/** Who is written to about the topics of a round: its participants, partner or not, without those who left the list. */
export const recipientsOf = (db: Db | Tx, roundId: string): Promise<Recipient[]> =>
  db
    .selectFrom('participant')
    .where('participant.roundId', '=', roundId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mailStop')
            .select('list')
            .whereRef('mailStop.personId', '=', 'participant.personId')
            .where('list', '=', TOPICS_LIST),
        ),
      ),
    )
    .select(['personId', 'name', 'givenName', 'email', 'locale'])
    .select(partnersColumn)
    .orderBy('personId')
    .execute()

export const partnersColumn = (eb: ExpressionBuilder<Tables, 'participant'>) =>
  eb
    .selectFrom('pairingMember as own')
    .innerJoin('pairingMember as partner', 'partner.pairingId', 'own.pairingId')
    .whereRef('own.roundId', '=', 'participant.roundId')
    .whereRef('own.personId', '=', 'participant.personId')
    .whereRef('partner.personId', '<>', 'own.personId')
    .where('own.endedAt', 'is', null)
    .where('partner.endedAt', 'is', null)
    .select((one) => one.fn.countAll<number>().as('count'))
    .$asScalar()
    .$notNull()
    .as('partners')
