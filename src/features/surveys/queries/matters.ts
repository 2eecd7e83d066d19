import type { Db } from '../../../db/index.ts'
import { addDays, dayIn, startOfDay } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OpenMatter, RoundMatters } from '../../people/index.ts'
import { surveyPath } from '../../questions/index.ts'
import { openRounds, type Round } from '../../rounds/index.ts'
import { mayRunSurveys } from '../policy.ts'
import { words } from '../words.ts'
import { surveysOf } from './surveys.ts'

/** How many days before its day a survey that is a draft comes to the desk. */
const soonDays = 14

/** Surveys whose day is near, or has come, and that are drafts still. */
export const surveyMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayRunSurveys(actor)) return []
  const rounds = (await openRounds(db, actor, now, code)).filter(({ releasedAt }) => releasedAt !== null)
  return (await Promise.all(rounds.map((round) => ofRound(db, round, now, actor.locale)))).flat()
}

async function ofRound(db: Db, round: Round, now: Date, locale: string): Promise<OpenMatter[]> {
  const t = words(locale)
  const today = dayIn(now, round.zone)
  const drafts = (await surveysOf(db, round, now)).filter(
    ({ state, asksOn, closesOn }) =>
      state === 'draft' && addDays(asksOn, -soonDays) <= today && today < closesOn,
  )
  return drafts.map(({ sheet, asksOn }) => ({
    round,
    text: t('matter.draft', { sheet, day: formats(locale, round.zone).day(asksOn) }),
    act: { href: surveyPath(round.code, sheet), label: t('matter.draft.act') },
    urgency: asksOn <= today ? ('now' as const) : ('soon' as const),
    dueAt: startOfDay(asksOn, round.zone),
  }))
}
