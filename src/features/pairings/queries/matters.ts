import type { Db } from '../../../db/index.ts'
import { dayIn, dayMs, startOfDay } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OpenMatter, RoundMatters } from '../../people/index.ts'
import { openRounds, type Round, releasePath, rematchPath } from '../../rounds/index.ts'
import { latestScenarios, mayMatch, type Scenario, sizeOf } from '../../scenarios/index.ts'
import { newPairsPath } from '../paths.ts'
import { words } from '../words.ts'
import { type Free, freePeople, rematchScenarios } from './rematch.ts'

type Asked = { round: Round; now: Date; locale: string }

/** Introductions that are due, and people who have no partner while their round runs. */
export const pairingMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayMatch(actor)) return []
  const rounds = await openRounds(db, actor, now, code)
  const all = rounds.map(async (round) => {
    const asked = { round, now, locale: actor.locale }
    const isReleased = round.releasedAt !== null
    return isReleased ? afterRelease(db, asked) : beforeRelease(db, asked)
  })
  return (await Promise.all(all)).flat()
}

/** A week before mentoring starts people should know with whom. */
const soonMs = 7 * dayMs

async function beforeRelease(db: Db, { round, now, locale }: Asked): Promise<OpenMatter[]> {
  const { proposed } = await latestScenarios(db, round.id)
  if (!proposed) return []
  const t = words(locale)
  const { pairs: count } = await sizeOf(db, proposed.id)
  const dueAt = startOfDay(round.startsOn, round.zone)
  const day = formats(locale, round.zone).day(round.startsOn)
  const urgency = dueAt.getTime() - now.getTime() < soonMs ? 'now' : 'soon'
  const act = (key: 'release' | 'rehearsal') => ({
    href: releasePath(round.code),
    label: t(`matter.${key}.act`),
  })
  const release = {
    text: t('matter.release', { count, day }),
    act: act('release'),
    step: { name: 'release', count },
  }
  const rehearsal = { text: t('matter.rehearsal'), act: act('rehearsal') }
  const lines = (await isRehearsed(db, proposed)) ? [release] : [rehearsal, release]
  return lines.map((line) => ({ ...line, round, urgency, dueAt }))
}

/** Whether someone has rehearsed the release since the scenario became the plan. */
async function isRehearsed(db: Db, { roundId, chosenAt, madeAt }: Scenario): Promise<boolean> {
  const rehearsal = await db
    .selectFrom('journal')
    .where('act', '=', 'pairings.rehearsed')
    .where('subject', '=', roundId)
    .where('at', '>=', chosenAt ?? madeAt)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return rehearsal !== undefined
}

/** On its last day a round has no time left for new partners. */
async function afterRelease(db: Db, { round, now, locale }: Asked): Promise<OpenMatter[]> {
  if (dayIn(now, round.zone) >= round.endsOn) return []
  const [free, { proposed }] = await Promise.all([freePeople(db, round), rematchScenarios(db, round.id)])
  const { waiting = [], held = [] } = Object.groupBy(free, (person) => (person.isHeld ? 'held' : 'waiting'))
  const lines = [...waitingLine(waiting, round, locale), ...heldLine(held, round, locale)]
  if (!proposed || free.length === 0) return lines
  const t = words(locale)
  const { pairs: count } = await sizeOf(db, proposed.id)
  const act = { href: newPairsPath(round.code), label: t('matter.rematch.act') }
  return [
    ...lines,
    { round, text: t('matter.rematch', { count }), act, urgency: 'now', since: proposed.madeAt },
  ]
}

function waitingLine(free: readonly Free[], round: Round, locale: string): OpenMatter[] {
  const [first] = free
  if (!first) return []
  const t = words(locale)
  const line = {
    text: t('matter.free', { count: free.length, day: dayOf(first, round, locale) }),
    act: { href: rematchPath(round.code), label: t('matter.free.act') },
    step: { name: 'rematch', count: free.length } as const,
  }
  return [{ round, ...line, urgency: 'now', since: first.since }]
}

/** No run finds them a partner before somebody ends the hold: it is to be remembered, and holds up nothing. */
function heldLine(free: readonly Free[], round: Round, locale: string): OpenMatter[] {
  const [first] = free
  if (!first) return []
  const t = words(locale)
  const text = t('matter.held', { count: free.length, day: dayOf(first, round, locale) })
  const act = { href: rematchPath(round.code), label: t('matter.held.act') }
  return [{ round, text, act, urgency: 'later', since: first.since }]
}

const dayOf = ({ since }: Free, { zone }: Round, locale: string) =>
  formats(locale, zone).shortDay(dayIn(since, zone))
