import { formats } from '../../../platform/formats.ts'
import type { Search } from '../../people/index.ts'
import { openRounds } from '../../rounds/index.ts'
import { pairPath } from '../paths.ts'
import { mayMatch } from '../policy.ts'
import { words } from '../words.ts'
import { pairsPage } from './pairs.ts'
import { planOf } from './scenarios.ts'

/** Pairs of the plans that have not been released, by a part of a member's name. */
export const findProposedPairs: Search = async (db, actor, { text, limit, now }) => {
  if (!mayMatch(actor)) return []
  const kind = words(actor.locale)('found.pair')
  const say = formats(actor.locale, actor.zone)
  const found = (await openRounds(db, actor, now)).map(async ({ id, code, releasedAt }) => {
    const plan = releasedAt === null ? await planOf(db, id) : null
    if (!plan) return []
    const { pairs } = await pairsPage(db, plan.id, { name: text, page: 1 })
    return pairs.slice(0, limit).map((pair) => ({
      kind,
      title: say.names(pair.members.map(({ name }) => name)),
      note: code,
      href: pairPath(code, pair.id),
    }))
  })
  return (await Promise.all(found)).flat().slice(0, limit)
}
