import { addDays, dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Missed, RoundMatters } from '../../people/index.ts'
import { terminal } from '../../people/index.ts'
import { phaseOf, type Round, roundsFor } from '../../rounds/index.ts'
import { latestAfterDays } from '../farewell.ts'
import { farewellOfficePath } from '../paths.ts'
import { maySeeFarewells } from '../policy.ts'
import { words } from '../words.ts'
import { untoldCount } from './leavers.ts'

/** A day after the last one, everybody has had nine o'clock. */
const settledAfterDays = 2

/** Whoever was told no farewell although everyone should have been: emails are held, or were stopped. */
export const farewellMatters: RoundMatters = async (db, actor, now, code) => {
  if (!maySeeFarewells(actor)) return []
  const t = words(actor.locale)
  const ended = (await roundsFor(db, actor, code)).filter((round) => {
    const today = dayIn(now, round.zone)
    return isOver(round, now) && isBetween(today, round, settledAfterDays, latestAfterDays)
  })
  const counted = ended.map(async (round) => ({ round, count: await untoldCount(db, round.id) }))
  return (await Promise.all(counted)).flatMap(({ round, count }) =>
    count === 0
      ? []
      : [
          {
            round,
            text: t('matter.untold', { count, day: formats(actor.locale, round.zone).day(round.endsOn) }),
            act: { href: farewellOfficePath(round.code), label: t('matter.untold.act') },
            urgency: 'now' as const,
          },
        ],
  )
}

/** Farewells that came too late to be said at all, for a month. */
export const missedFarewells: Missed = async (db, now) => {
  const t = words('en')
  const late = (await roundsFor(db, terminal)).filter(
    (round) =>
      isOver(round, now) &&
      isBetween(dayIn(now, round.zone), round, latestAfterDays + 1, latestAfterDays + 30),
  )
  const counted = late.map(async (round) => ({ round, count: await untoldCount(db, round.id) }))
  return (await Promise.all(counted)).flatMap(({ round, count }) =>
    count === 0 ? [] : [t('missed', { code: round.code, count, days: latestAfterDays, day: round.endsOn })],
  )
}

const isOver = (round: Round, now: Date) => round.releasedAt !== null && phaseOf(round, now) === 'ended'

const isBetween = (today: string, { endsOn }: Round, from: number, until: number) =>
  today >= addDays(endsOn, from) && today <= addDays(endsOn, until)
