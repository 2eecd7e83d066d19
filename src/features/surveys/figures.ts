import { besideParts, fewest, folded, type Group, inSteps } from '../../platform/small-numbers.ts'
import type { Question } from '../questions/index.ts'

/** By what people can be told apart, one at a time. */
export const groupings = ['sector', 'region', 'experience'] as const
export type Grouping = (typeof groupings)[number]

/** People who are alike in all of these, and how many they are. */
export type Alike = Record<Grouping, string> & { count: number }

/** How many people who are alike chose an option. */
export type Chosen = Alike & { optionId: string }

/** A group as it is told; `name` is null for all that were folded into one. */
type ToldGroup = { name: string | null; answered: number }

/** What came of a question that is answered by choosing. By lineage, so that rounds can be compared. */
export type QuestionFigures = {
  lineageId: string
  options: { lineageId: string; chosen: number }[]
  /** For each group of a grouping, and in it for each option, how many chose it. */
  by: Record<Grouping, number[][]>
}

/** All that is told of a survey: each number in steps of five. */
export type Figures = {
  answered: number
  /** Null where a grouping would tell too much. */
  groups: Record<Grouping, ToldGroup[] | null>
  questions: QuestionFigures[]
}

/**
 * The figures of a survey, made so that nothing under five can be worked out by taking one number from another.
 *
 * @param people all who have finished
 * @returns null for fewer than five
 * @source docs/decisions/0058-surveys.md
 */
export function figuresOf(
  people: readonly Alike[],
  chosen: readonly Chosen[],
  questions: readonly Question[],
): Figures | null {
  if (sumOf(people) < fewest) return null
  const folds = inEach((grouping) => foldOf(people, grouping))
  const byOption = Map.groupBy(chosen, ({ optionId }) => optionId)
  const told = questions
    .filter(({ options }) => options.length > 0)
    .map((question) => questionFigures(question, byOption, folds))
  // Who must answer and can choose once is in one option: the options are parts of the group.
  const isWhole = (one: QuestionFigures) =>
    questions.some((question) => question.lineageId === one.lineageId && dividesAll(question))
  const dividing = told.filter(isWhole)
  const groups = inEach((grouping) =>
    toldGroups(
      folds[grouping],
      dividing.map(({ by }) => by[grouping]),
    ),
  )
  const answered = sumOf(people)
  const partings = [
    ...groupings.flatMap((grouping) =>
      groups[grouping] ? [groups[grouping].map((one) => one.answered)] : [],
    ),
    ...dividing.map(({ options }) => options.map((one) => one.chosen)),
  ]
  return { answered: beside(answered, partings), groups, questions: told }
}

const dividesAll = ({ kind, isRequired, shownIf }: Question) =>
  kind !== 'several' && isRequired && shownIf === null

/** The groups of a grouping that are told, and who is in each. */
type Fold = { names: (string | null)[]; sizes: number[]; placeOf(name: string): number } | null

function foldOf(people: readonly Alike[], grouping: Grouping): Fold {
  const groups: Group[] = [...Map.groupBy(people, (one) => one[grouping])].map(([name, alike]) => ({
    name,
    count: sumOf(alike),
  }))
  const fold = folded(groups)
  if (!fold) return null
  const shown = fold.shown.map(({ name }) => name)
  const names = fold.others > 0 ? [...shown, null] : shown
  const placeOf = (name: string) => (shown.includes(name) ? shown.indexOf(name) : shown.length)
  const sizes = names.map((_, place) =>
    groups.reduce((all, { name, count }) => (placeOf(name) === place ? all + count : all), 0),
  )
  return { names, sizes, placeOf }
}

function questionFigures(
  { lineageId, options }: Question,
  byOption: ReadonlyMap<string, Chosen[]>,
  folds: Record<Grouping, Fold>,
): QuestionFigures {
  const by = inEach((grouping) => {
    const fold = folds[grouping]
    if (!fold) return []
    const columns = options.map(({ id }) => countsIn(fold, grouping, byOption.get(id) ?? []))
    return fold.names.map((_, place) => columns.map((column) => inSteps(column[place] ?? 0)))
  })
  return {
    lineageId,
    by,
    options: options.map((option, at) => {
      const partings = groupings.map((grouping) => by[grouping].map((row) => row[at] ?? 0))
      return { lineageId: option.lineageId, chosen: beside(sumOf(byOption.get(option.id) ?? []), partings) }
    }),
  }
}

function countsIn(fold: NonNullable<Fold>, grouping: Grouping, chosen: readonly Chosen[]): number[] {
  const counts = fold.names.map(() => 0)
  for (const one of chosen) {
    const place = fold.placeOf(one[grouping])
    counts[place] = (counts[place] ?? 0) + one.count
  }
  return counts
}

/** @param dividing for each question that divides everyone, what is told of each group */
function toldGroups(fold: Fold, dividing: readonly number[][][]): ToldGroup[] | null {
  if (!fold) return null
  return fold.names.map((name, place) => ({
    name,
    answered: beside(
      fold.sizes[place] ?? 0,
      dividing.map((rows) => rows[place] ?? []),
    ),
  }))
}

/** As much of a whole as may stand beside all that divides it. */
const beside = (whole: number, partings: readonly (readonly number[])[]): number =>
  Math.min(
    inSteps(whole),
    ...partings.filter((told) => told.length > 0).map((told) => besideParts(whole, told)),
  )

const sumOf = (all: readonly { count: number }[]) => all.reduce((sum, { count }) => sum + count, 0)

const inEach = <Value>(of: (grouping: Grouping) => Value): Record<Grouping, Value> => ({
  sector: of('sector'),
  region: of('region'),
  experience: of('experience'),
})
