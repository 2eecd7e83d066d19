import { sql } from 'kysely'
import { hasIn } from '../../../db/index.ts'
import type { Frame } from '../../../ui/index.ts'
import type { BesidePosts, Naming, OwnMatters, Search } from '../../people/index.ts'
import { postPath } from '../../posts/index.ts'
import { goesOn, roundInText } from '../../rounds/index.ts'
import { QuestionsAtHome } from '../pages/home.tsx'
import { topicPath } from '../paths.ts'
import { maySeeTopics } from '../policy.ts'
import { words } from '../words.ts'
import { partnersColumn } from './topics.ts'

/** The topic that is out now in each round one takes part in, until the round ends. */
export const ownTopics: OwnMatters = async (db, actor, now) => {
  const rows = await db
    .selectFrom('participant')
    .innerJoin('round', 'round.id', 'participant.roundId')
    .innerJoin('topic', 'topic.roundId', 'round.id')
    .innerJoin('post', 'post.id', 'topic.postId')
    .where('participant.personId', '=', actor.id)
    .where(goesOn(now))
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
