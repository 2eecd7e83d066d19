import { formats } from '../../../platform/formats.ts'
import { Disclosure, Empty, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { type Round, roundInText } from '../../rounds/index.ts'
import { type CountryRow, type Need, needOf, needs } from '../country.ts'
import { countryPath, invitePath } from '../paths.ts'
import { words } from '../words.ts'

type CountriesProps = {
  frame: Frame
  round: Round | null
  last: Round | null
  /** By need. */
  rows: readonly CountryRow[]
  /** Codes of all others. */
  silent: readonly string[]
}

/** All countries side by side: where nobody applies, and where nobody speaks for the network. */
export const CountriesPage = ({ frame, round, last, rows, silent }: CountriesProps) => {
  const t = words(frame.locale)
  const lead = round
    ? t('countries.lead', { round: roundInText(frame.locale, round) })
    : t('countries.lead.no-round')
  return (
    <OfficePage frame={frame} title={t('countries.title')} lead={lead}>
      {rows.length === 0 ? <Empty title={t('countries.none')} text={t('countries.none.text')} /> : null}
      {needs.map((need) => (
        <InNeed frame={frame} last={last} need={need} rows={rows.filter((row) => needOf(row) === need)} />
      ))}
      <Silent frame={frame} silent={silent} />
    </OfficePage>
  )
}

const InNeed = ({
  frame,
  last,
  need,
  rows,
}: Pick<CountriesProps, 'frame' | 'last' | 'rows'> & { need: Need }) =>
  rows.length === 0 ? null : (
    <Table
      caption={words(frame.locale)(`need.${need}`, { count: rows.length })}
      columns={columnsFor(frame, last)}
      rows={rows}
    />
  )

function columnsFor(frame: Frame, last: Round | null) {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return [
    {
      label: t('countries.country'),
      head: true,
      cell: ({ country }: CountryRow) => <a href={countryPath(country)}>{say.country(country)}</a>,
    },
    { label: t('countries.now'), cell: ({ now }: CountryRow) => say.number(now), numeric: true },
    ...(last
      ? [
          {
            label: t('countries.before', { round: roundInText(frame.locale, last) }),
            cell: ({ before }: CountryRow) => say.number(before),
            numeric: true,
          },
        ]
      : []),
    { label: t('countries.ambassadors'), cell: (row: CountryRow) => <WhoSpeaks frame={frame} {...row} /> },
  ]
}

const WhoSpeaks = ({ frame, country, ambassadors, invited }: CountryRow & { frame: Frame }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const names = (people: readonly { name: string }[]) => say.names(people.map(({ name }) => name))
  if (ambassadors.length > 0) return <bdi>{names(ambassadors)}</bdi>
  if (invited.length > 0) return <>{t('countries.invited', { names: names(invited) })}</>
  return (
    <a href={invitePath(country)} aria-label={t('countries.invite.to', { country: say.country(country) })}>
      {t('countries.invite')}
    </a>
  )
}

/** Countries of which there is nothing to say: a door to each, folded away. */
const Silent = ({ frame, silent }: Pick<CountriesProps, 'frame' | 'silent'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const named = silent
    .map((country) => ({ country, name: say.country(country) }))
    .toSorted((a, b) => say.compare(a.name, b.name))
  return (
    <Disclosure summary={t('silent.title', { count: silent.length })}>
      <p>{t('silent.text')}</p>
      <ul class="inline-list">
        {named.map(({ country, name }) => (
          <li>
            <a href={countryPath(country)}>{name}</a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
