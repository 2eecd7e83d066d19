import type { Db } from '../../../db/index.ts'
import type { OpenMatter, RoundMatters } from '../../people/index.ts'
import { matchingPath, openRounds, type Round } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'
import { isStale, isUnderway } from '../scenario/scenario.ts'
import { words } from '../words.ts'
import { participantCount } from './inputs.ts'
import { latestScenarios, type Scenario } from './scenarios.ts'
import { stalenessOf } from './today.ts'

/** Rounds that have not been released and want a run of the matching, or wait for one. */
export const matchingMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayMatch(actor)) return []
  const rounds = await openRounds(db, actor, now, code)
  return (await Promise.all(rounds.map((round) => matterOf(db, round, now, actor.locale)))).flat()
}

async function matterOf(db: Db, round: Round, now: Date, locale: string): Promise<OpenMatter[]> {
  if (round.releasedAt !== null) return []
  const people = await participantCount(db, round.id)
  if (people === 0) return []
  const { proposed, newest } = await latestScenarios(db, round.id)
  const is = await standingOf(db, round, { proposed, newest, now })
  if (is === null) return []
  const t = words(locale)
  const count = is.kind === 'unmatched' ? people : (is.changes ?? 0)
  return [
    {
      round,
      text: t(`matter.${is.kind}`, { count }),
      act: { href: matchingPath(round.code), label: t(`matter.${is.kind}.act`) },
      urgency: is.kind === 'running' ? 'later' : 'now',
      step: { name: 'match', count },
      since: newest?.madeAt,
    },
  ]
}

type Runs = { proposed: Scenario | null; newest: Scenario | null; now: Date }
type Standing = { kind: 'running' | 'failed' | 'unmatched' | 'stale'; changes?: number }

/** What the matching of a round wants; null when a proposal stands that is true still. */
async function standingOf(db: Db, round: Round, { proposed, newest, now }: Runs): Promise<Standing | null> {
  if (newest && isUnderway(newest, now)) return { kind: 'running' }
  if (newest && (newest.finishedAt === null || newest.problem !== null)) return { kind: 'failed' }
  if (!proposed) return { kind: 'unmatched' }
  const since = await stalenessOf(db, round, proposed)
  if (!isStale(since)) return null
  return { kind: 'stale', changes: since.joined.length + since.left.length + since.changed.length }
}
