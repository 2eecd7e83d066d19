import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import type { Folded } from '../../../platform/small-numbers.ts'
import { fewest } from '../../../platform/small-numbers.ts'
import { Actions, type Fact, Facts, Figures, type Frame, Table } from '../../../ui/index.ts'
import { applicationWords } from '../../applications/index.ts'
import { deadline, phaseInWords, phaseOf, roundInText } from '../../rounds/index.ts'
import type { CountryStanding, Week } from '../country.ts'
import { contactsPath, countryPath, kitPath } from '../paths.ts'
import type { Places } from '../published.ts'
import { words } from '../words.ts'

/** Says the numbers of a country in a reader's language. */
export function voiceOf(locale: string) {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  /** A number that moves in steps of five: "10–14". */
  const steps = (count: number) => t('range', { from: say.number(count), to: say.number(count + fewest - 1) })
  const between = ({ from, to }: Places) =>
    from === to ? say.number(to) : t('range', { from: say.number(from), to: say.number(to) })
  return { t, say, steps, between, locale }
}
export type Voice = ReturnType<typeof voiceOf>

/** Where the call stands, and the date that matters to someone who spreads the word; null while a pause keeps it closed. */
export function whenLine({ round }: CountryStanding, frame: Frame, zone: string): string | null {
  const { locale, now } = frame
  const t = words(locale)
  const phase = phaseOf(round, now)
  const say = formats(locale, zone)
  const standing = phaseInWords(frame, phase)
  if (standing === null) return null
  if (phase === 'upcoming') return t('when.opens', { standing, at: say.instant(round.applyFrom) })
  if (phase === 'applying') return t('when.closes', { standing, at: deadline(locale, round, zone) })
  return t('when.closed', { standing, at: deadline(locale, round, zone) })
}

/** The few numbers that matter most. */
export const CountryFigures = ({ standing, voice }: { standing: CountryStanding; voice: Voice }) => {
  const { t, steps, between } = voice
  const { sent, unsent, accepted, waiting, places, short } = standing
  return (
    <>
      <Figures
        figures={[
          { value: steps(sent), label: t('figure.sent') },
          { value: steps(unsent), label: t('figure.unsent') },
          { value: steps(accepted), label: t('figure.accepted') },
          { value: steps(waiting), label: t('figure.waiting') },
          { value: between(places), label: t('figure.places') },
          ...(short ? [{ value: steps(short.visits), label: t('figure.visits') }] : []),
        ]}
      />
      <p class="hint">{joining(voice.locale).joined([capLine(standing, voice), t('steps')])}</p>
    </>
  )
}

function capLine({ round, most, isAsLast, last }: CountryStanding, { t, say, locale }: Voice): string {
  const percent = say.percent(round.capPercent / 100)
  return isAsLast && last
    ? t('cap.as-last', { percent, most, round: roundInText(locale, last.round) })
    : t('cap', { percent, most })
}

/** Week by week, beside the call before. */
export const Weeks = ({ standing, voice }: { standing: CountryStanding; voice: Voice }) => {
  const { t, steps } = voice
  const { weeks, last, round } = standing
  const say = formats(voice.locale, round.zone)
  const before = last ? roundInText(voice.locale, last.round) : ''
  if (weeks.length === 0) return <p>{t('weeks.none')}</p>
  return (
    <Table
      caption={t('weeks.title')}
      columns={[
        { label: t('weeks.week'), head: true, cell: ({ number }: Week) => t('weeks.number', { number }) },
        { label: t('weeks.until'), cell: ({ until }) => say.shortDay(dayIn(until, round.zone)) },
        { label: t('weeks.begun'), cell: ({ begun }) => steps(begun), numeric: true },
        { label: t('weeks.sent'), cell: ({ sent }) => steps(sent), numeric: true },
        ...(last
          ? [
              {
                label: t('weeks.before', { round: before }),
                cell: (week: Week) => steps(week.before ?? 0),
                numeric: true,
              },
            ]
          : []),
      ]}
      rows={weeks}
    />
  )
}

/** Whom they come from: languages, kinds of library, and who is new. */
export const Traits = ({ standing, voice }: { standing: CountryStanding; voice: Voice }) => (
  <section>
    <h2>{voice.t('traits.title')}</h2>
    <Facts facts={traitsIn(standing, voice)} />
    <p class="hint">{voice.t('traits.hint')}</p>
  </section>
)

/** The same as terms with finished words. */
export function traitsIn(
  { languages, sectors, experience }: CountryStanding,
  voice: Voice,
): (Fact & { detail: string })[] {
  const { t, say, steps, locale } = voice
  const spoken = languages.map(({ name, count }) =>
    t('trait', { name: say.language(name), count: steps(count) }),
  )
  const sector = (name: string) => applicationWords.find(locale, `sector.${name}`) ?? name
  return [
    { term: t('traits.languages'), detail: spoken.length > 0 ? say.list(spoken) : t('traits.too-few') },
    { term: t('traits.sectors'), detail: foldedIn(sectors, sector, voice) },
    {
      term: t('traits.experience'),
      detail: foldedIn(experience, (name) => t(`experience.${name as 'first'}`), voice),
    },
  ]
}

function foldedIn(groups: Folded, nameOf: (name: string) => string, { t, say, steps }: Voice): string {
  if (!groups) return t('traits.too-few')
  const shown = groups.shown.map(({ name, count }) => t('trait', { name: nameOf(name), count: steps(count) }))
  const others =
    groups.others > 0 ? [t('trait', { name: t('traits.others'), count: steps(groups.others) })] : []
  return say.list([...shown, ...others])
}

type PartProps = { frame: Frame; standing: CountryStanding; zone: string }

/** A country on the front page of someone who speaks for it. */
export const CountryPart = ({ frame, standing, zone }: PartProps) => {
  const voice = voiceOf(frame.locale)
  const { t, say } = voice
  const when = whenLine(standing, frame, zone)
  return (
    <section>
      <h2>
        {t('part.title', {
          country: say.country(standing.country),
          round: roundInText(frame.locale, standing.round),
        })}
      </h2>
      {when === null ? null : <p>{when}</p>}
      <CountryFigures standing={standing} voice={voice} />
      <Actions>
        <a href={countryPath(standing.country)}>{t('part.numbers')}</a>
        <a href={kitPath(standing.country)}>{t('part.kit')}</a>
        <a href={contactsPath(standing.country)}>{t('part.contacts')}</a>
      </Actions>
    </section>
  )
}
