import type { Db } from '../../../db/index.ts'
import { addDays, dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Actor, Missed, OpenMatter, RoundMatters } from '../../people/index.ts'
import { missedMatters } from '../../posts/index.ts'
import { phaseOf, type Round, roundsFor, topicDaysOf } from '../../rounds/index.ts'
import { calendarPath, topicPath, writePath } from '../paths.ts'
import { mayEditTopics, maySeeTopics } from '../policy.ts'
import { calendarOf, dueInstant, type OpenTopic, openTopics, type Topic } from '../topic.ts'
import { words } from '../words.ts'
import { missedTopics, topicsOf } from './topics.ts'

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

/** For the operator: which topics came out without their mails, and that someone must decide. */
export const missedLines: Missed = async (db, now) => {
  const missed = await missedTopics(db, now)
  return missed.map(({ number, code }) => words('en')('missed.line', { number, code }))
}
