import type { Db } from '../../../db/index.ts'
import type { Actor, OpenMatter, RoundMatters } from '../../people/index.ts'
import { openRounds, type Phase, phaseOf, type Round } from '../../rounds/index.ts'
import { type Desk, stateCounts } from '../desk.ts'
import { capPath, cleanPath, duplicatesPath, importPath, unreachablePath } from '../paths.ts'
import { mayCleanApplications } from '../policy.ts'
import { words } from '../words.ts'
import { deskFor } from './desk.ts'
import { lostRowCount } from './lost-rows.ts'
import { type Unreachable, unreachableIn } from './unreachable.ts'

/** What has to be done about the applications of each open round before people can be matched. */
export const applicationMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayCleanApplications(actor)) return []
  const rounds = await openRounds(db, actor, now, code)
  return (await Promise.all(rounds.map((round) => mattersOf(db, actor, round, now)))).flat()
}

async function mattersOf(db: Db, actor: Actor, round: Round, now: Date): Promise<OpenMatter[]> {
  const desk = await deskFor(db, actor, round.id)
  const phase = phaseOf(round, now)
  // Before the deadline more will come, and nobody waits yet.
  const urgency: OpenMatter['urgency'] = ['draft', 'upcoming', 'applying'].includes(phase) ? 'later' : 'now'
  const lines = isWithout(desk, phase) ? [noneYet(round, actor.locale)] : linesOf(desk, round, actor.locale)
  return [
    ...lines.map((line) => ({ round, urgency, ...line })),
    ...lostLine(await lostRowCount(db, round.id, desk), round, actor.locale).map((line) => ({
      urgency,
      ...line,
    })),
    ...askedLine(desk, round, actor.locale),
    ...unreachableLine(await unreachableIn(db, round.id), round, actor.locale),
  ]
}

/** Nobody would answer who sent them: there is no application. */
function lostLine(count: number, round: Round, locale: string): Omit<OpenMatter, 'urgency'>[] {
  const t = words(locale)
  const act = { href: importPath(round.code), label: t('matter.lost.act') }
  return count > 0 ? [{ round, text: t('matter.lost', { count }), act }] : []
}

/** Whom emails do not reach: to be settled before anybody is paired with them, and after all the more. */
function unreachableLine(people: readonly Unreachable[], round: Round, locale: string): OpenMatter[] {
  const t = words(locale)
  const count = people.length
  if (count === 0) return []
  const act = { href: unreachablePath(round.code), label: t('matter.unreachable.act', { count }) }
  const since = new Date(Math.min(...people.map(({ returnedAt }) => returnedAt.getTime())))
  return [{ round, text: t('matter.unreachable', { count }), act, urgency: 'now', since }]
}

/** What people were asked waits for them, and is not forgotten; it holds up no step. */
function askedLine(desk: Desk, round: Round, locale: string): OpenMatter[] {
  const t = words(locale)
  const count = desk.parked.length
  const act = { href: `${cleanPath(round.code)}#asked`, label: t('matter.asked.act') }
  const since = desk.parked[0]?.question.askedAt
  return since ? [{ round, text: t('matter.asked', { count }), act, urgency: 'later', since }] : []
}

type Line = Omit<OpenMatter, 'urgency' | 'round'>

/** Nobody has applied, although one could have by now and the round goes on. */
const isWithout = (desk: Desk, phase: Phase) =>
  desk.applications.length === 0 && !['draft', 'upcoming', 'ended'].includes(phase)

function noneYet({ code }: Round, locale: string): Line {
  const t = words(locale)
  return { text: t('matter.none'), act: { href: importPath(code), label: t('matter.none.act') } }
}

/** In the order in which it is best done. */
function linesOf(desk: Desk, round: Round, locale: string): Line[] {
  const t = words(locale)
  const { code } = round
  const questions = [...desk.problems.values()].flat().length
  const duplicates = desk.duplicates.length
  const { ready } = stateCounts(desk)
  const answer = round.capAppliedAt === null ? 'cap' : 'late'
  const lines = [
    { name: 'clean', count: questions, key: 'questions', href: cleanPath(code) },
    { name: 'clean', count: duplicates, key: 'duplicates', href: duplicatesPath(code) },
    { name: 'cap', count: ready, key: answer, href: capPath(code) },
  ] as const
  return lines
    .filter(({ count }) => count > 0)
    .map(({ name, count, key, href }) => ({
      text: t(`matter.${key}`, { count }),
      act: { href, label: t(`matter.${key}.act`, { count }) },
      step: { name, count },
    }))
}
