import type { Db } from '../../../db/index.ts'
import type { OpenMatter, OpenMatters } from '../../people/index.ts'
import { openRounds, phaseOf, type Round } from '../../rounds/index.ts'
import { standingPath } from '../paths.ts'
import { mayWatchRounds } from '../policy.ts'
import { words } from '../words.ts'
import { standingsOf } from './standings.ts'

/** What is open of each kind, and how much it hurries. */
const kinds = [
  ['help', 'now'],
  ['wrote', 'now'],
  ['contradict', 'soon'],
  ['silent', 'soon'],
] as const

/** Who asks for help, who has fallen silent, and where partners say different things. */
export const checkInMatters: OpenMatters = async (db, actor, now) => {
  if (!mayWatchRounds(actor)) return []
  const rounds = (await openRounds(db, actor, now)).filter((round) => phaseOf(round, now) === 'running')
  return (await Promise.all(rounds.map((round) => ofRound(db, round, now, actor.locale)))).flat()
}

async function ofRound(db: Db, round: Round, now: Date, locale: string): Promise<OpenMatter[]> {
  const t = words(locale)
  const pairs = await standingsOf(db, round, now)
  return kinds.flatMap(([kind, urgency]) => {
    const found =
      kind === 'contradict'
        ? pairs.filter(({ contradicts }) => contradicts).flatMap(({ members }) => members.slice(0, 1))
        : pairs.flatMap(({ members }) => members.filter(({ standing }) => standing === kind))
    if (found.length === 0) return []
    const first = Math.min(...found.map(({ since }) => since?.getTime() ?? now.getTime()))
    const act = { href: standingPath(round.code, kind), label: t(`matter.${kind}.act`) }
    return [
      { round, text: t(`matter.${kind}`, { count: found.length }), act, urgency, since: new Date(first) },
    ]
  })
}
