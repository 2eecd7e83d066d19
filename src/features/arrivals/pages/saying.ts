import { itemKinds, outcomes, reasons, remarks } from '../arrival.ts'
import type { Meaning } from '../mapping.ts'
import { words } from '../words.ts'

const oneOf = <One extends string>(known: readonly One[], text: string): One | undefined =>
  known.find((one) => one === text)

/** What became of things, in words. A code that has none, of a version to come, stands for itself. */
export function saying(locale: string) {
  const t = words(locale)
  const reason = (text: string) => {
    const known = oneOf(reasons, text)
    return known ? t(`reason.${known}`) : text
  }
  const remark = (text: string) => {
    const known = oneOf(remarks, text)
    return known ? t(`remark.${known}`) : reason(text)
  }
  return {
    t,
    reason,
    remark,
    kind: (text: string) => t(`kind.${oneOf(itemKinds, text) ?? 'else'}`),
    outcome: (text: string) => t(`outcome.${oneOf(outcomes, text) ?? 'failed'}`),
    meaning: ({ round, part, tag }: Meaning) =>
      round
        ? t('means.round', { code: round })
        : part
          ? t(`means.${part}`)
          : tag
            ? t('means.tag', { tag })
            : t('means.nothing'),
  }
}

/** What was remarked, by its sort, most often first: in how many texts, and the texts with what it was. */
export function bySort<One extends { remark: string }>(all: readonly One[]) {
  const sorts = Map.groupBy(all, ({ remark }) => remark.split(':', 1)[0] ?? '')
  return [...sorts]
    .map(([sort, list]) => ({
      sort,
      list: list.map((one) => ({ ...one, what: one.remark.slice(sort.length + 1) })),
    }))
    .toSorted((one, other) => other.list.length - one.list.length)
}
