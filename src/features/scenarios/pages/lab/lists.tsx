import { listPage } from '../../../../platform/paging.ts'
import { pagerOf } from '../../../../platform/say.ts'
import { type Frame, Pager, Table, Tabs } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { scenarioListPath, scenarioPath } from '../../paths.ts'
import type { Measured } from '../../queries/lab.ts'
import type { Measures, Served } from '../../scenario/measures.ts'
import { type ScenarioList, scenarioLists } from '../../schema.ts'
import { type Voice, voiceFor } from '../../telling.ts'
import { type DeskCounts, DeskPage, labCrumbs } from '../desk.tsx'
import { LeftList, percentOf } from './rows.tsx'
import { scenarioName } from './telling.ts'

type ListsProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  /** The scenario as it stands. */
  standing: Measured
  asked: { of: ScenarioList; page: number }
}

const perPage = 50

/** The lists of a scenario that are too long for its own page, one at a time. */
export const ScenarioListsPage = (props: ListsProps) => {
  const { frame, round, standing, asked } = props
  const { of, page } = asked
  const voice = voiceFor(frame.locale)
  const { t, f } = voice
  const { scenario, measures, left } = standing
  const name = scenarioName(scenario, voice)
  const countries = [...measures.byCountry].sort(([, a], [, b]) => b.people - a.people)
  const lists = {
    countries: listPage(countries, page, perPage),
    links: listPage(measures.links, page, perPage),
    left: listPage(left, page, perPage),
  }
  const counts = { countries: countries.length, links: measures.links.length, left: left.length }
  const { pages } = lists[of]
  const pager = pagerOf(frame.locale, lists[of], (to) =>
    scenarioListPath(round.code, scenario.number, of, to),
  )
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="lab"
      counts={props.counts}
      crumbs={[
        ...labCrumbs(round, frame.locale),
        { href: scenarioPath(round.code, scenario.number), label: name },
      ]}
      title={t('lists.title', { scenario: name })}
      listPart={pages > 1 ? pager.position : undefined}
    >
      <Tabs
        label={t('lists.label')}
        tabs={scenarioLists.map((list) => ({
          href: scenarioListPath(round.code, scenario.number, list),
          label: t(`lists.${list}`),
          current: list === of,
          count: f.number(counts[list]),
        }))}
      />
      <p>{t(`lists.${of}.lead`)}</p>
      {of === 'countries' ? <Countries rows={lists.countries.shown} voice={voice} /> : null}
      {of === 'links' ? <Links rows={lists.links.shown} voice={voice} /> : null}
      {of !== 'left' ? null : left.length > 0 ? (
        <LeftList left={lists.left.shown} voice={voice} />
      ) : (
        <p>{t('reserve.empty')}</p>
      )}
      <Pager {...pager} />
    </DeskPage>
  )
}

type RowsProps<Row> = { rows: readonly Row[]; voice: Voice }

const Countries = ({ rows, voice }: RowsProps<[country: string, served: Served]>) => {
  const { t, f } = voice
  return (
    <Table
      caption={t('lists.countries')}
      captionHidden
      rows={rows}
      columns={[
        { label: t('map.country'), head: true, cell: ([country]) => f.country(country) },
        { label: t('chart.people'), numeric: true, cell: ([, { people }]) => f.number(people) },
        { label: t('lists.mean'), numeric: true, cell: ([, { mean }]) => percentOf(mean, voice) },
        { label: t('lists.lowest'), numeric: true, cell: ([, { worst }]) => percentOf(worst, voice) },
      ]}
    />
  )
}

const Links = ({ rows, voice: { t, f } }: RowsProps<Measures['links'][number]>) => (
  <Table
    caption={t('lists.links')}
    captionHidden
    slim
    rows={rows}
    columns={[
      {
        label: t('map.link'),
        head: true,
        cell: ({ from, to }) => `${f.country(from)} – ${f.country(to)}`,
      },
      { label: t('map.pairs.head'), numeric: true, cell: ({ count }) => f.number(count) },
    ]}
  />
)
