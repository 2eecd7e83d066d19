import type { Measured } from '../../queries/lab.ts'
import { asWritten, bestOf } from '../../scenario/side-by-side.ts'
import type { Voice } from '../../telling.ts'

/** What to see first in a comparison of runs, in a sentence or two: who has a partner, and who is served worst. */
export function readingOf(states: readonly Measured[], { t, f }: Voice): string[] {
  const shown = states.filter(({ changedBy }) => changedBy === 0)
  const [first] = shown
  if (!first || shown.length < 2) return []
  const numbersOf = (best: Set<number>) => ({
    count: best.size,
    numbers: f.list([...best].map((place) => f.number(shown[place]?.scenario.number ?? 0))),
  })
  const most = bestOf(shown.map(({ measures }) => measures.placed))
  const [place = 0] = most
  const { measures } = shown[place] ?? first
  const worst = bestOf(
    shown.map(({ measures: { served } }) => (served === null ? null : asWritten(served.worst))),
  )
  const [fairest] = [...worst].map((place) => shown[place]?.measures.served?.worst ?? 0)
  return [
    t(most.size === 0 ? 'reading.placed.same' : 'reading.placed', {
      ...numbersOf(most),
      placed: measures.placed,
      people: measures.people,
    }),
    ...(fairest === undefined
      ? []
      : [t('reading.worst', { ...numbersOf(worst), served: f.percent(fairest / 10_000) })]),
  ]
}
