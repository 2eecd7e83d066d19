import { type ExpressionBuilder, sql } from 'kysely'
import { type Db, hasIn, type Tables, type Tx } from '../../db/index.ts'
import { addDays, dayIn } from '../../platform/days.ts'
import { formats } from '../../platform/formats.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Frame } from '../../ui/index.ts'
import { pictureColumn } from '../media/index.ts'
import type {
  Actor,
  BesidePosts,
  Missed,
  Naming,
  OpenMatter,
  OwnMatters,
  RoundMatters,
  Search,
} from '../people/index.ts'
import { authorNamesColumn, missedMatters, postPath } from '../posts/index.ts'
import { phaseOf, type Round, roundInText, roundsFor, topicDaysOf } from '../rounds/index.ts'
import { QuestionsAtHome } from './pages/home.tsx'
import { calendarPath, topicPath, writePath } from './paths.ts'
import { mayEditTopics, maySeeTopics } from './policy.ts'
import {
  calendarOf,
  dueInstant,
  newsSince,
  type OpenTopic,
  openTopics,
  TOPICS_LIST,
  type Topic,
} from './topic.ts'
import { words } from './words.ts'

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
    .where('round.endsOn', '>=', dayIn(now, 'UTC'))
    .select('round.code')
    .execute()

/** The same for the operator: which, and that someone must decide. */
export const missedLines: Missed = async (db, now) => {
  const missed = await missedTopics(db, now)
  return missed.map(({ number, code }) => words('en')('missed.line', { number, code }))
}

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

const partnersColumn = (eb: ExpressionBuilder<Tables, 'participant'>) =>
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

/** Topics that are due, begun, held by a pause, or came out without their mails, of rounds that are announced and go on. */
export const topicMatters: RoundMatters = async (db, actor, now, code) => {
  if (!maySeeTopics(actor)) return []
  return (await Promise.all([heldMatters(db, actor, now), calendarMatters(db, actor, now, code)])).flat()
}

/** Whose time passed in a pause: their own page gives them another. */
async function heldMatters(db: Db, actor: Actor, now: Date): Promise<OpenMatter[]> {
  if (!mayEditTopics(actor)) return []
  const topics = await db
    .selectFrom('topic')
    .innerJoin('postHeld', 'postHeld.postId', 'topic.postId')
    .innerJoin('round', 'round.id', 'topic.roundId')
    .select(['topic.postId', 'topic.number', 'round.code'])
    .execute()
  const paths = new Map(topics.map(({ postId, number, code }) => [postId, topicPath(code, number)]))
  return missedMatters(db, actor, now, ({ id }) => paths.get(id) ?? null)
}

async function calendarMatters(db: Db, actor: Actor, now: Date, code?: string): Promise<OpenMatter[]> {
  const rounds = (await roundsFor(db, actor, code)).filter(
    (round) => !['draft', 'ended'].includes(phaseOf(round, now)),
  )
  return (await Promise.all(rounds.map((round) => mattersOf(db, actor, round, now)))).flat()
}

async function mattersOf(db: Db, actor: Actor, round: Round, now: Date): Promise<OpenMatter[]> {
  const slots = calendarOf(topicDaysOf(round), await topicsOf(db, round.id))
  const today = dayIn(now, round.zone)
  return openTopics(slots, { today, until: addDays(today, writingDays) }, now).map((open) => ({
    ...lineOf(open, round, actor),
    urgency: urgencyOf(open, addDays(today, 2)),
  }))
}

/** How long before its day a topic is written. */
const writingDays = 14

const urgencies = { missed: 'now', overdue: 'now', due: 'soon', draft: 'later' } as const

/** @param near `YYYY-MM-DD`: what is due until then cannot wait */
const urgencyOf = ({ why, slot }: OpenTopic<Topic>, near: string) =>
  why === 'due' && (slot.day ?? '') <= near ? 'now' : urgencies[why]

function lineOf({ why, slot }: OpenTopic<Topic>, round: Round, actor: Actor): Omit<OpenMatter, 'urgency'> {
  const { number, day, topic } = slot
  const t = words(actor.locale)
  const said = { number, day: day ? formats(actor.locale, round.zone).shortDay(day) : '' }
  return {
    round,
    text: t(`matter.${why}`, said),
    act: actOf(slot, why, round.code, actor),
    dueAt: (day ? dueInstant(day, round.zone) : topic?.publishAt) ?? undefined,
  }
}

/** Those who may not write are led to the calendar, which says whom to ask. */
function actOf({ number, topic }: OpenTopic<Topic>['slot'], why: string, code: string, actor: Actor) {
  const t = words(actor.locale)
  if (!mayEditTopics(actor)) return { href: calendarPath(code), label: t('matter.look.act') }
  if (!topic) return { href: writePath(code, number), label: t('matter.begin.act') }
  const key = why === 'missed' ? 'matter.missed.act' : 'matter.finish.act'
  return { href: topicPath(code, number), label: t(key, { title: topic.title }) }
}

/** The topic that is out now in each round one takes part in, until the round ends. */
export const ownTopics: OwnMatters = async (db, actor, now) => {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('round', 'round.id', 'participant.roundId')
    .innerJoin('topic', 'topic.roundId', 'round.id')
    .innerJoin('post', 'post.id', 'topic.postId')
    .where('participant.personId', '=', actor.id)
    .where('round.endsOn', '>=', dayIn(now, 'UTC'))
    .where('post.publishAt', '<=', now)
    .where('post.withdrawnAt', 'is', null)
    .distinctOn('round.id')
    .select(['round.code', 'round.title as ownTitle', 'post.title', 'post.slug', 'post.summary'])
    .select(['post.locale', 'post.questions'])
    .select(partnersColumn)
    .orderBy('round.id')
    .orderBy('post.publishAt', 'desc')
    .execute()
  const t = words(actor.locale)
  return rows.map(({ code, ownTitle, title, slug, summary, ...asked }) => ({
    title: t('mine.title', { title }),
    text: [summary, t('mine.round', { round: roundInText(actor.locale, { code, title: ownTitle }) })].filter(
      (text) => text !== '',
    ),
    shown: ({ locale }: Frame) => QuestionsAtHome({ ...asked, reader: locale }),
    links: [{ href: postPath(slug), label: t('mine.link') }],
    place: 20,
  }))
}

/** Topics by a part of their title, for those who see them before they are public. */
export const findTopics: Search = async (db, actor, { text, limit }) => {
  if (!maySeeTopics(actor)) return []
  const found = await db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .innerJoin('round', 'round.id', 'topic.roundId')
    .where(hasIn(sql`post.title`, text))
    .select(['post.title', 'topic.number', 'round.code'])
    .orderBy('round.startsOn', 'desc')
    .orderBy('topic.number')
    .limit(limit)
    .execute()
  const kind = words(actor.locale)('found.topic')
  return found.map(({ title, code, number }) => ({ kind, title, note: code, href: topicPath(code, number) }))
}

/** A topic comes out by its own page, which says whom it writes to. */
export const topicsOfPosts: BesidePosts = async (db, actor, postIds) => {
  const rows = await db
    .selectFrom('topic')
    .innerJoin('round', 'round.id', 'topic.roundId')
    .where('topic.postId', 'in', postIds)
    .select(['topic.postId', 'topic.number', 'round.code'])
    .execute()
  const label = words(actor.locale)('beside-post')
  return new Map(rows.map(({ postId, number, code }) => [postId, { href: topicPath(code, number), label }]))
}

/** Topics by their ids. */
export const namedTopics: Naming = async (db, ids) => {
  const rows = await db
    .selectFrom('topic')
    .innerJoin('post', 'post.id', 'topic.postId')
    .innerJoin('round', 'round.id', 'topic.roundId')
    .where('topic.id', 'in', ids)
    .select(['topic.id', 'topic.number', 'post.title', 'round.code'])
    .execute()
  return rows.map(({ id, number, title, code }) => ({ id, label: title, href: topicPath(code, number) }))
}
