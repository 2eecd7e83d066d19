import { scoring } from '../score/score.ts'
import { type Choices, choiceNames, choicesOf } from './choices.ts'
import { type Differences, differences } from './differences.ts'
import { type Measures, measuresOf } from './measures.ts'
import type { Group, Inputs, Proposal } from './scenario.ts'
import type { Settings } from './settings.ts'
import { asWritten } from './side-by-side.ts'

/** A scenario with its proposal as it stands. */
export type Side = { inputs: Inputs; proposal: Proposal }

/** By which settings people are judged, so that two proposals can be held against each other. */
export type Scale = Pick<Settings, 'scorer' | 'weights'>

/** Someone whose partners differ, and how well each suits them: 0 to 10,000, null in reserve. */
export type Moved = {
  id: string
  country: string
  before: string[]
  after: string[]
  servedBefore: number | null
  servedAfter: number | null
}

/** Whatever a run was given that is neither a setting nor a person. */
export type Given = { what: 'pins' | 'bans' | 'held' | 'seed' | 'engine' | 'day'; one: string; other: string }

export type Comparison = {
  choices: { name: keyof Choices; one: Choices; other: Choices }[]
  given: Given[]
  numbers: Counted[]
  /** Pairs and trios that are in both. */
  same: number
  /** Most important first: who gains or loses a partner, then by how much better or worse they are served. */
  moved: Moved[]
  onlyOne: string[]
  onlyOther: string[]
}

/** What differs between two scenarios, from one to the other. */
export function compare(one: Side, other: Side, scale: Scale): Comparison {
  const apart: Differences = differences(one.proposal, other.proposal)
  return {
    choices: choicesApart(one.inputs.settings, other.inputs.settings),
    given: givenApart(one.inputs, other.inputs),
    numbers: numbersApart(measured(one, scale), measured(other, scale)),
    same: apart.same,
    moved: movedBetween(one, other, apart.changed, scale),
    onlyOne: apart.onlyBefore,
    onlyOther: apart.onlyAfter,
  }
}

function choicesApart(one: Settings, other: Settings): Comparison['choices'] {
  const [own, others] = [choicesOf(one), choicesOf(other)]
  return choiceNames
    .filter((name) => own[name] !== others[name])
    .map((name) => ({ name, one: own, other: others }))
}

function givenApart(one: Inputs, other: Inputs): Given[] {
  const told = ({ pins, bans, held, seed, engine, day }: Inputs) => ({
    pins: [pins.length, setOf(pins)],
    bans: [bans.length, setOf(bans)],
    held: [held.length, [...held].sort().join()],
    seed: [seed, seed],
    engine: [engine, engine],
    day: [day, day],
  })
  const [own, others] = [told(one), told(other)]
  return (['pins', 'bans', 'held', 'seed', 'engine', 'day'] as const)
    .filter((what) => own[what][1] !== others[what][1])
    .map((what) => ({ what, one: String(own[what][0]), other: String(others[what][0]) }))
}

const setOf = (twos: readonly (readonly string[])[]) =>
  twos
    .map((two) => [...two].sort().join(' '))
    .sort()
    .join()

/** Points of the people, not of the setting: hard rules stay each scenario's own. */
const scaled = (inputs: Inputs, { scorer, weights }: Scale): Inputs => ({
  ...inputs,
  settings: { ...inputs.settings, scorer, weights },
})

const measured = ({ inputs, proposal }: Side, scale: Scale) =>
  measuresOf(scaled(inputs, scale), proposal.groups)

/** A number that is counted of each: people, pairs, points, or a share of 10,000. */
export type Counted = {
  what:
    | 'placed'
    | 'waiting'
    | 'trios'
    | 'mean'
    | 'tenth'
    | 'worst'
    | 'sector'
    | 'stage'
    | 'interests'
    | 'regions'
    | 'total'
  as: 'count' | 'share'
  one: number | null
  other: number | null
}

/** From one to the other, as someone would work it out who has only what a page writes. */
export function changeAsWritten({ as, one, other }: Counted): number {
  const [before, after] = [one ?? 0, other ?? 0]
  return as === 'share' ? 10 * (asWritten(after) - asWritten(before)) : after - before
}

function numbersApart(one: Measures, other: Measures): Counted[] {
  const count = (what: Counted['what'], of: (side: Measures) => number): Counted => ({
    what,
    as: 'count',
    one: of(one),
    other: of(other),
  })
  const share = (what: Counted['what'], of: (side: Measures) => number | undefined): Counted => ({
    what,
    as: 'share',
    one: of(one) ?? null,
    other: of(other) ?? null,
  })
  return [
    count('placed', ({ placed }) => placed),
    count('waiting', ({ people, placed }) => people - placed),
    count('trios', ({ trios }) => trios),
    share('mean', ({ served }) => served?.mean),
    share('tenth', ({ served }) => served?.lowestTenth),
    share('worst', ({ served }) => served?.worst),
    count('sector', ({ honoured }) => honoured.sector.met),
    count('stage', ({ honoured }) => honoured.stage.met),
    count('interests', ({ honoured }) => honoured.interests.met),
    count('regions', ({ acrossRegions }) => acrossRegions),
    count('total', ({ total }) => total),
  ].filter((each) => changeAsWritten(each) !== 0 || (each.one === null) !== (each.other === null))
}

function movedBetween(one: Side, other: Side, changed: Differences['changed'], scale: Scale): Moved[] {
  const [was, is] = [contentIn(one, scale), contentIn(other, scale)]
  const countries = new Map(
    [...one.inputs.applicants, ...other.inputs.applicants].map(({ id, country }) => [id, country]),
  )
  return changed
    .map(({ id, before, after }) => ({
      id,
      country: countries.get(id) ?? '',
      before,
      after,
      servedBefore: was.get(id) ?? null,
      servedAfter: is.get(id) ?? null,
    }))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1))
}

/** More than any two partners can differ by. */
const aPartner = 20_000

function weightOf({ servedBefore, servedAfter }: Moved): number {
  if (servedBefore === null || servedAfter === null) return aPartner + (servedBefore ?? servedAfter ?? 0)
  return Math.abs(servedAfter - servedBefore)
}

/** By id: how well each placed person is served, by the partner who suits them less. */
function contentIn({ inputs, proposal }: Side, scale: Scale): Map<string, number> {
  const { directed } = scoring(scaled(inputs, scale))
  const place = new Map(inputs.applicants.map(({ id }, index) => [id, index]))
  const ofGroup = ({ members }: Group) => {
    const here = members.flatMap((id) => {
      const index = place.get(id)
      return index === undefined ? [] : [{ id, index }]
    })
    return here.flatMap(({ id, index }): [string, number][] => {
      const partners = here.filter((partner) => partner.index !== index)
      return partners.length === 0
        ? []
        : [[id, Math.min(...partners.map((partner) => directed(index, partner.index)))]]
    })
  }
  return new Map(proposal.groups.flatMap(ofGroup))
}
