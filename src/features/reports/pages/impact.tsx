import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { Empty, Figures, type Frame, Page, type Place, Table, WorldMap } from '../../../ui/index.ts'
import { roundPath } from '../../rounds/index.ts'
import { placeOf } from '../../scenarios/index.ts'
import type { Impact } from '../impact.ts'
import { countriesFilePath, impactPath, packagePath, roundsFilePath } from '../paths.ts'
import { words } from '../words.ts'

type ImpactProps = { frame: Frame; impact: Impact; origin: string; year: string }

/** What the network has done, for funders and for everyone. */
export const ImpactPage = ({ frame, impact, origin, year }: ImpactProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  if (impact.rounds.length === 0)
    return (
      <Page frame={frame} title={t('title')}>
        <Empty title={t('none.title')} text={t('none')} />
      </Page>
    )
  return (
    <Page
      frame={frame}
      title={t('title')}
      lead={t('lead', { network: isolate(frame.site.name, frame.locale) })}
      width="wide"
    >
      <Figures
        figures={[
          { value: say.number(impact.rounds.length), label: t('rounds', { count: impact.rounds.length }) },
          { value: say.number(impact.participants), label: t('participants') },
          { value: say.number(impact.countries), label: t('countries') },
        ]}
      />
      <p class="hint">{t('steps')}</p>
      <OnMap frame={frame} impact={impact} />
      <Rounds frame={frame} impact={impact} />
      <section>
        <h2>{t('data.title')}</h2>
        <p>{t('data.text')}</p>
        <ul>
          <li>
            <a href={roundsFilePath}>{t('data.rounds')}</a>
          </li>
          <li>
            <a href={countriesFilePath}>{t('data.countries')}</a>
          </li>
          <li>
            <a href={packagePath}>{t('data.package')}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t('cite.title')}</h2>
        <p>{t('cite', { network: frame.site.name, year, address: origin + impactPath })}</p>
      </section>
    </Page>
  )
}

const Rounds = ({ frame, impact }: Pick<ImpactProps, 'frame' | 'impact'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <Table
      caption={t('table')}
      rows={impact.rounds.toReversed()}
      columns={[
        { label: t('round'), head: true, cell: ({ code }) => <a href={roundPath(code)}>{code}</a> },
        { label: t('starts'), cell: ({ startsOn }) => say.shortDay(startsOn) },
        { label: t('ends'), cell: ({ endsOn }) => say.shortDay(endsOn) },
        { label: t('participants'), numeric: true, cell: ({ participants }) => say.number(participants) },
        { label: t('countries'), numeric: true, cell: ({ countries }) => say.number(countries) },
      ]}
    />
  )
}

const OnMap = ({ frame, impact }: Pick<ImpactProps, 'frame' | 'impact'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { byCountry } = impact
  if (!byCountry) return null
  const people = (count: number) => t('people', { count })
  const places = byCountry.shown.flatMap(({ name, count }): Place[] => {
    const point = placeOf(name)
    return point ? [{ id: name, label: say.country(name), ...point, count, text: people(count) }] : []
  })
  return (
    <WorldMap
      title={t('map.title')}
      sentence={byCountry.others > 0 ? t('map.others', { count: byCountry.others }) : t('map.all')}
      places={places}
      links={[]}
      dir={frame.dir}
      words={{
        place: t('map.country'),
        people: t('participants'),
        link: '',
        pairs: '',
        asTable: t('map.table'),
        notDrawn: () => '',
        otherPlaces: (countries, count) => ({
          label: t('map.more', { count: countries }),
          text: people(count),
        }),
        otherLinks: () => ({ label: '', text: '' }),
      }}
    />
  )
}
