import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { OwnMatters } from '../../people/index.ts'
import { phaseOf, roundInText } from '../../rounds/index.ts'
import { dueInstant } from '../../topics/index.ts'
import { DatesAtHome } from '../pages/home.tsx'
import { ownCalendarPath } from '../paths.ts'
import { datesOf } from '../round-dates.ts'
import { titleOf } from '../telling.ts'
import { words } from '../words.ts'
import { ownRounds } from './rounds.ts'

/** How many dates to come are told. */
const told = 4

/** What is still to come in each round one takes part in, until it ends. */
export const ownDates: OwnMatters = async (db, actor, now) => {
  const { locale, id } = actor
  const t = words(locale)
  const rounds = (await ownRounds(db, id, now)).filter(
    ({ round, isIn }) => isIn && phaseOf(round, now) !== 'ended',
  )
  return rounds.map((own) => {
    const { round, zone } = own
    const say = formats(locale, zone)
    const inText = roundInText(locale, round)
    const today = dayIn(now, zone)
    const lines = datesOf(own, now, dueInstant)
      .map((date) => ({ date, on: 'on' in date ? date.on : dayIn(date.at, zone) }))
      .filter(({ date, on }) => on > today && !('isWithdrawn' in date && date.isWithdrawn))
      .slice(0, told)
      .map(({ date, on }) => t('mine.line', { day: say.day(on), what: titleOf(date, inText, locale) }))
    return {
      title: t('mine.title'),
      text: [
        t('mine.text', {
          round: inText,
          from: say.shortDay(round.startsOn),
          until: say.shortDay(round.endsOn),
        }),
      ],
      shown: () => DatesAtHome({ lines }),
      links: [{ href: ownCalendarPath, label: t('mine.link') }],
      place: 30,
    }
  })
}
