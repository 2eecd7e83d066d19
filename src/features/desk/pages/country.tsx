import { formats } from '../../../platform/formats.ts'
import { Figures, type Frame } from '../../../ui/index.ts'
import { deadline, type Phase, roundInText, roundPath, roundWords } from '../../rounds/index.ts'
import type { CountryStanding } from '../queries.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; standing: CountryStanding; phase: Phase; origin: string }

/** A round as an ambassador sees it: the numbers of the own country, and the page to pass on. Nobody's name. */
export const CountryNumbers = ({ frame, standing, phase, origin }: Props) => {
  const { round, country, most, free, numbers } = standing
  const t = words(frame.locale)
  const say = formats(frame.locale, round.zone)
  const address = origin + roundPath(round.code)
  const figures = [
    { value: say.number(numbers.applications), label: t('country.applications') },
    { value: say.number(numbers.accepted), label: t('country.accepted') },
    { value: say.number(numbers.waiting), label: t('country.waiting') },
    { value: say.number(free), label: t('country.free') },
  ]
  return (
    <section>
      <h2>
        {t('country.title', { country: say.country(country), round: roundInText(frame.locale, round) })}
      </h2>
      <p>
        {roundWords(frame.locale)(`phase.${phase}`)}. {dateOf(standing, phase, frame.locale)}
      </p>
      <Figures figures={figures} />
      <p>{t('country.cap', { percent: say.percent(round.capPercent / 100), most })}</p>
      <p>
        {t('country.share')} <a href={roundPath(round.code)}>{address}</a>
      </p>
    </section>
  )
}

/** The date that matters to someone who spreads the word. */
function dateOf({ round }: CountryStanding, phase: Phase, locale: string): string {
  const t = words(locale)
  const say = formats(locale, round.zone)
  if (phase === 'upcoming') return t('country.opens', { day: say.instant(round.applyFrom) })
  if (phase === 'applying') return t('country.closes', { day: deadline(locale, round) })
  return t('country.mentoring', { from: say.day(round.startsOn), until: say.day(round.endsOn) })
}
