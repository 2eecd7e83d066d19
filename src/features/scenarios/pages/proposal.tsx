import { type Formats, formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { pagesOf } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  ButtonLink,
  Empty,
  Field,
  Figures,
  Filters,
  type Frame,
  Pager,
  PersonChip,
  Table,
  Tag,
} from '../../../ui/index.ts'
import type { Sector } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import { matchingPath } from '../../rounds/index.ts'
import { pairPath, reservePath } from '../paths.ts'
import type { Counted, PairFilter, ProposedPair } from '../queries/pairs.ts'
import { pairsPerPage } from '../queries/pairs.ts'
import type { Scenario } from '../queries/scenarios.ts'
import type { Staleness } from '../scenario/scenario.ts'
import { sentences } from '../score/reasons.ts'
import { namesBeside, tell } from '../telling.ts'
import { type ScenarioWords, sectorName, words } from '../words.ts'
import { RunForm } from './desk.tsx'
import { type Last, LastChange } from './last-change.tsx'
import { CountryField } from './named.tsx'

/** The proposal on the page, with what is needed to judge it. */
export type Shown = {
  scenario: Scenario
  counted: Counted
  /** Fit of the people, each with the partner who suits them least. */
  fit: { mean: number; least: number } | null
  /** Points that changes by hand have cost in all. */
  handCost: number
  staleness: Staleness
  last: Last | null
  pairs: ProposedPair[]
  /** Pairs under the filter, on all pages. */
  found: number
  filter: PairFilter
  countries: { code: string; count: number }[]
  sectors: { code: Sector; count: number }[]
}

/** The numbers that matter, the filters, and a page of pairs with their reasons. */
export const Proposal = (props: {
  frame: Frame
  round: Round
  shown: Shown
  isReleased: boolean
  /** Whether there are pins, bans or holds that a run would keep to. */
  hasRules: boolean
  zone: string
}) => {
  const { frame, round, shown, isReleased, hasRules } = props
  const { filter } = shown
  const t = words(frame.locale)
  const f = formats(frame.locale, props.zone)
  return (
    <>
      <PlanFigures shown={shown} f={f} t={t} />
      {shown.last && !isReleased ? <LastChange {...props} last={shown.last} /> : null}
      <PairFilters frame={frame} round={round} shown={shown} />
      <Table
        caption={t('pairs.caption', { count: shown.found })}
        keys
        rows={shown.pairs}
        rowId={(pair) => `pair-${pair.id}`}
        isMarked={(pair) => pair.isPinned}
        empty={
          <Empty title={t('pairs.none.title')} text={t('pairs.none')}>
            <ButtonLink href={reservePath(round.code)}>{t('pairs.none.link')}</ButtonLink>
          </Empty>
        }
        columns={[
          {
            label: t('column.pair'),
            head: true,
            cell: (pair) => <PairCell pair={pair} round={round} frame={frame} />,
          },
          { label: t('column.why'), cell: (pair) => <WhyCell pair={pair} frame={frame} /> },
          { label: t('column.score'), numeric: true, cell: (pair) => f.percent(pair.score / 10_000) },
        ]}
      />
      <Pages frame={frame} round={round} filter={filter} found={shown.found} />
      {isReleased ? null : (
        <RunForm round={round} label={t(hasRules ? 'run.again.pins' : 'run.again')} isPrimary={false} />
      )}
    </>
  )
}

const PlanFigures = ({ shown, f, t }: { shown: Shown; f: Formats; t: ScenarioWords }) => {
  const { scenario, counted } = shown
  return (
    <>
      <Figures
        figures={[
          { value: f.number(counted.pairs), label: t('figure.pairs') },
          { value: f.number(counted.people), label: t('figure.people') },
          { value: f.number(counted.countries), label: t('figure.countries') },
          { value: f.percent(mean(shown)), label: t('figure.mean-pair') },
          { value: f.percent(counted.worst / 10_000), label: t('figure.worst') },
          { value: f.percent((shown.fit?.mean ?? 0) / 10_000), label: t('figure.mean') },
          { value: f.percent((shown.fit?.least ?? 0) / 10_000), label: t('figure.least') },
        ]}
      />
      <p class="hint">
        {t('served.what')}{' '}
        {t('proof', {
          number: scenario.number,
          at: f.instant(scenario.finishedAt ?? scenario.madeAt),
          fair: String(scenario.settings.worstFirst),
          price: f.percent((scenario.priceOfFairness ?? 0) / Math.max(1, scenario.total ?? 1)),
        })}{' '}
        {counted.byHand > 0
          ? t('proof.by-hand', {
              count: counted.byHand,
              isFree: String(shown.handCost <= 0),
              cost: f.percent(shown.handCost / Math.max(1, scenario.total ?? 1)),
            })
          : null}
      </p>
    </>
  )
}

const mean = ({ counted }: Shown) => (counted.pairs === 0 ? 0 : counted.total / counted.pairs / 10_000)

const PairFilters = ({ frame, round, shown }: { frame: Frame; round: Round; shown: Shown }) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  const { filter } = shown
  const options = <Code extends string>(
    list: { code: Code; count: number }[],
    name: (code: Code) => string,
  ) =>
    list
      .map(({ code, count }) => ({
        value: code,
        name: name(code),
        label: t('filter.option', { name: name(code), count }),
      }))
      .sort((a, b) => f.compare(a.name, b.name))
  return (
    <Filters
      action={matchingPath(round.code)}
      label={t('filter.label')}
      submit={t('filter.submit')}
      clear={
        filter.name || filter.country || filter.sector
          ? { href: matchingPath(round.code), label: t('filter.clear') }
          : undefined
      }
    >
      <Field type="search" name="name" label={t('filter.name')} value={filter.name ?? ''} />
      <CountryField value={filter.country} options={options(shown.countries, f.country)} t={t} />
      <Field
        type="select"
        name="sector"
        label={t('filter.sector')}
        value={filter.sector ?? ''}
        placeholder={t('filter.all-sectors')}
        options={options(shown.sectors, (code) => sectorName(frame.locale, code))}
      />
    </Filters>
  )
}

const PairCell = ({ pair, round, frame }: { pair: ProposedPair; round: Round; frame: Frame }) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  return (
    <>
      <div class="people">
        {pair.members.map((member, index) => (
          <PersonChip
            name={member.name}
            country={f.country(member.country)}
            sector={sectorName(frame.locale, member.sector)}
            href={index === 0 ? pairPath(round.code, pair.id) : undefined}
          />
        ))}
      </div>
      <PairTags pair={pair} t={t} />
    </>
  )
}

/** How a pair came about and what holds for it, in small words. */
export const PairTags = ({ pair, t }: { pair: ProposedPair; t: ScenarioWords }) => (
  <>
    {pair.isPinned ? <Tag tone="brass">{t('tag.pinned')}</Tag> : null}
    {pair.isBanned ? <Tag tone="thread">{t('tag.banned')}</Tag> : null}
    {pair.isLookedAt ? <Tag>{t('tag.looked-at')}</Tag> : null}
    {pair.byHand ? <Tag>{t('tag.by-hand')}</Tag> : null}
    {pair.members.length > 2 ? <Tag tone="leaf">{t('tag.trio')}</Tag> : null}
  </>
)

/** The first two things there are to say, and what was missed: enough to decide whether to open the pair. */
const WhyCell = ({ pair, frame }: { pair: ProposedPair; frame: Frame }) => {
  const t = words(frame.locale)
  const voice = { t, f: formats(frame.locale, 'UTC'), locale: frame.locale }
  const [first] = pair.reasons
  const own = pair.members.find((one) => one.applicationId === first?.a)
  const partner = pair.members.find((one) => one.applicationId === first?.b)
  if (!first || !own || !partner) return null
  const all = sentences(own, partner, first.reasons)
  const missed = all.filter(({ say }) => say === 'unmet')
  const told = [...all.slice(0, 2), ...missed.slice(0, 2)]
  return <>{joining(frame.locale).joined(tell(told, 'they', namesBeside(own, partner), voice))}</>
}

const Pages = ({
  frame,
  round,
  filter,
  found,
}: {
  frame: Frame
  round: Round
  filter: PairFilter
  found: number
}) => {
  const pages = pagesOf(found, pairsPerPage)
  const { name, country, sector } = filter
  const to = (page: number | undefined) =>
    withQuery(matchingPath(round.code), { name, country, sector, page })
  return <Pager {...pagerOf(frame.locale, { page: filter.page, pages }, to)} />
}

/** Which page of the pairs it is, for the window's title; nothing when one holds them all. */
export function partOf(
  locale: string,
  { found, filter }: Pick<Shown, 'found' | 'filter'>,
): string | undefined {
  const pages = pagesOf(found, pairsPerPage)
  return pages < 2 ? undefined : platformWords(locale)('pager.position', { page: filter.page, pages })
}
