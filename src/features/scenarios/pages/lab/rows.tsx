import type { Child } from 'hono/jsx'
import { isolate } from '../../../../platform/bidi.ts'
import { Disclosure } from '../../../../ui/index.ts'
import { comparePath, scenarioPath } from '../../paths.ts'
import type { Left, Measured } from '../../queries/lab.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import type { Honoured, Served } from '../../scenario/measures.ts'
import { asWritten, bestOf } from '../../scenario/side-by-side.ts'
import { tellReserve, type Voice } from '../../telling.ts'

/** A line of the comparison: a value for each scenario, and which of them are best where one can say so. */
export type Row = { label: string; cells: Child[]; best: Set<number> }

type Sources = { code: string; shown: readonly Measured[]; plan: Scenario | null; voice: Voice }

/** What is compared of scenarios, line by line. */
export function rowsOf(sources: Sources): Row[] {
  const { shown, voice } = sources
  const { t, f } = voice
  const { row, served, ofPairs, wish } = makersOf(sources)
  return [
    row(
      t('row.placed'),
      ({ measures: { placed, people } }) => t('value.placed', { placed, people }),
      ({ measures }) => measures.placed,
    ),
    row(t('row.left'), (one) => <LeftCell {...sources} one={one} />),
    ofPairs(t('row.pair-mean'), 'mean'),
    ofPairs(t('row.pair-worst'), 'worst'),
    served(t('row.mean'), 'mean'),
    served(t('row.tenth'), 'lowestTenth'),
    served(t('row.worst'), 'worst'),
    wish('sector'),
    wish('stage'),
    wish('interests'),
    row(
      t('row.first'),
      ({ measures }) => percentOf(measures.byExperience.get('first-time')?.mean, voice),
      ({ measures }) => worthOf(measures.byExperience.get('first-time')?.mean),
    ),
    row(
      t('row.regions'),
      ({ measures: { acrossRegions, links } }) =>
        t('value.regions', { count: acrossRegions, pairs: pairsIn(links) }),
      ({ measures: { acrossRegions, links } }) => acrossRegions / Math.max(1, pairsIn(links)),
    ),
    row(
      t('row.total'),
      ({ scenario, own }) => f.number(own?.total ?? scenario.total ?? 0),
      isOneScale(shown) ? ({ scenario }) => scenario.total : undefined,
    ),
    row(t('row.price'), ({ scenario, stands, changedBy }) =>
      stands && changedBy > 0 ? t('value.none') : priceOf(scenario, voice),
    ),
    row(t('row.changes'), (one) => <ChangesCell {...sources} one={one} />),
  ]
}

/** Lines of the few kinds there are. */
function makersOf({ shown, voice }: Sources) {
  const { t } = voice
  const row = (
    label: string,
    cell: (one: Measured) => Child,
    worth?: (one: Measured) => number | null,
  ): Row => ({
    label,
    cells: shown.map(cell),
    best: worth ? bestRuns(shown, worth) : new Set(),
  })
  const served = (label: string, of: keyof Served) =>
    row(
      label,
      ({ measures }) => percentOf(measures.served?.[of], voice),
      ({ measures }) => worthOf(measures.served?.[of]),
    )
  const ofPairs = (label: string, of: 'mean' | 'worst') =>
    row(
      label,
      ({ measures }) => percentOf(measures.fit?.[of], voice),
      ({ measures }) => worthOf(measures.fit?.[of]),
    )
  const wish = (what: 'sector' | 'stage' | 'interests') =>
    row(
      t(`row.${what}`),
      ({ measures }) => t('value.honoured', measures.honoured[what]),
      ({ measures }) => shareOf(measures.honoured[what]),
    )
  return { row, served, ofPairs, wish }
}

/** The places of the best runs. What was changed by hand competes with nobody: it stands beside its own run. */
function bestRuns(shown: readonly Measured[], worth: (one: Measured) => number | null): Set<number> {
  const runs = shown.filter(({ changedBy }) => changedBy === 0)
  const best = bestOf(runs.map(worth))
  return new Set(runs.flatMap((one, place) => (best.has(place) ? [shown.indexOf(one)] : [])))
}

const pairsIn = (links: readonly { count: number }[]) => links.reduce((sum, { count }) => sum + count, 0)

const shareOf = ({ stated, met }: Honoured) => (stated === 0 ? null : met / stated)

const worthOf = (points: number | undefined) => (points === undefined ? null : asWritten(points))

export const percentOf = (points: number | undefined, { t, f }: Voice): string =>
  points === undefined ? t('value.none') : f.percent(points / 10_000)

/** Whether points mean the same in all of them. */
function isOneScale(shown: readonly Measured[]): boolean {
  const scales = shown.map(({ scenario: { settings } }) =>
    JSON.stringify([settings.scorer, settings.weights]),
  )
  return new Set(scales).size === 1
}

/** What was given up for the weakest pairs, as a part of all points. */
export const priceOf = ({ settings, priceOfFairness, total }: Scenario, { t, f }: Voice): string =>
  settings.worstFirst
    ? t('value.price', { share: f.percent((priceOfFairness ?? 0) / Math.max(1, total ?? 1)) })
    : t('value.no-price')

type CellProps = Sources & { one: Measured }

const namedInCell = 5

/** Who has no partner, and why. */
const LeftCell = ({ code, one, voice }: CellProps) => {
  const { t } = voice
  const count = one.left.length
  if (count === 0) return <>{t('value.nobody')}</>
  return (
    <Disclosure summary={t('value.people', { count })}>
      <LeftList left={one.left.slice(0, namedInCell)} voice={voice} />
      {count > namedInCell ? (
        <p>
          <a href={`${scenarioPath(code, one.scenario.number)}#reserve`}>
            {t('value.more', { count: count - namedInCell })}
          </a>
        </p>
      ) : null}
    </Disclosure>
  )
}

/** Those without a partner, each reason once with the people it holds for. */
export const LeftList = ({ left, voice }: { left: readonly Left[]; voice: Voice }) => {
  const byReason = Map.groupBy(left, ({ reason }) =>
    reason ? tellReserve(reason, 'they', voice) : voice.t('reserve.placed-since'),
  )
  return (
    <dl class="left">
      {[...byReason].map(([reason, people]) => (
        <div>
          <dt>{reason}</dt>
          {people.map((one) => (
            <dd>{personInWords(one, voice)}</dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

export const personInWords = (person: { name: string; country: string }, { t, f, locale }: Voice): string =>
  t('person', { name: isolate(person.name, locale), country: f.country(person.country) })

/** How many people get another partner than in the plan. */
const ChangesCell = ({ code, plan, one, voice }: CellProps) => {
  const { t } = voice
  if (plan === null || one.changes === null) return <>{t(one.stands ? 'value.is-plan' : 'value.was-plan')}</>
  const count = one.changes.changed.length
  if (count === 0) return <>{t('value.same')}</>
  return <a href={comparePath(code, plan.number, one.scenario.number)}>{t('value.changes', { count })}</a>
}
