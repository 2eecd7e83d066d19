import { addDays, dayIn } from '../../../platform/days.ts'
import type { OpenMatter, RoundMatters } from '../../people/index.ts'
import { type Round, roundsFor } from '../../rounds/index.ts'
import { officePath, rulePath } from '../paths.ts'
import { mayRunCertificates } from '../policy.ts'
import { words } from '../words.ts'
import { ruleOf } from './own.ts'
import { waitingForName } from './round.ts'

/** From so many days before the end of a round to so many after it, someone says who gets a certificate. */
const decidedFrom = 14
const decidedUntil = 60
/** After so many days those who have said nothing want none. */
const waitedDays = 30

/** Rounds that end and have no rule; and people who have earned a certificate and were not reminded of it. */
export const certificateMatters: RoundMatters = async (db, actor, now, code) => {
  if (!mayRunCertificates(actor)) return []
  const t = words(actor.locale)
  const rounds = (await roundsFor(db, actor, code)).filter((round) => isNear(round, now))
  const each = rounds.map(async (round): Promise<OpenMatter[]> => {
    if (!(await ruleOf(db, round.id)))
      return [
        {
          round,
          text: t('matter.rule'),
          act: { href: rulePath(round.code), label: t('matter.rule.act') },
          urgency: 'soon',
        },
      ]
    const today = dayIn(now, round.zone)
    if (today <= addDays(round.endsOn, 3) || today > addDays(round.endsOn, waitedDays)) return []
    const waiting = await waitingForName(db, round, now)
    const told = await db
      .selectFrom('outbox')
      .where('key', 'in', ['', ...waiting.map(({ applicationId }) => `certificate-name:${applicationId}`)])
      .select('key')
      .execute()
    const count = waiting.length - told.length
    if (count === 0) return []
    return [
      {
        round,
        text: t('matter.names', { count }),
        act: { href: officePath(round.code), label: t('matter.names.act') },
        urgency: 'later',
      },
    ]
  })
  return (await Promise.all(each)).flat()
}

function isNear(round: Round, now: Date): boolean {
  const today = dayIn(now, round.zone)
  const { endsOn, releasedAt } = round
  return (
    releasedAt !== null && today >= addDays(endsOn, -decidedFrom) && today <= addDays(endsOn, decidedUntil)
  )
}
