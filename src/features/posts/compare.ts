import { diffArrays } from 'diff'
import { compared, type Stretch } from '../pages/index.ts'
import { blocksOf } from './merge.ts'

/** A paragraph before and after; null where there was or is none. */
export type Row = { before: Stretch[] | null; after: Stretch[] | null }

/** Two texts side by side, paragraph by paragraph, and word by word where one was changed. */
export function sideBySide(before: string, after: string): Row[] {
  const paragraphs = (text: string) => blocksOf(text).filter((block) => block.trim() !== '')
  const changes = diffArrays(paragraphs(before), paragraphs(after))
  return changes.flatMap((change, index): Row[] => {
    const [last, next] = [changes[index - 1], changes[index + 1]]
    if (change.added && last?.removed) return []
    if (change.removed) return pairsOf(change.value, next?.added ? next.value : [])
    if (change.added) return pairsOf([], change.value)
    return change.value.map((text) => ({ before: [same(text)], after: [same(text)] }))
  })
}

/** Paragraphs that went beside those that came, first with first; what is left over stands alone. */
const pairsOf = (gone: readonly string[], added: readonly string[]): Row[] =>
  Array.from({ length: Math.max(gone.length, added.length) }, (_, index) => {
    const [before, after] = [gone[index], added[index]]
    if (before === undefined) return { before: null, after: [{ text: after ?? '', kind: 'new' }] }
    if (after === undefined) return { before: [{ text: before, kind: 'gone' }], after: null }
    const stretches = compared(before, after)
    return {
      before: stretches.filter(({ kind }) => kind !== 'new'),
      after: stretches.filter(({ kind }) => kind !== 'gone'),
    }
  })

const same = (text: string): Stretch => ({ text, kind: 'same' })

/** Whether a row says the same on both sides. */
export const isSameRow = ({ before, after }: Row): boolean =>
  [...(before ?? [{ kind: 'gone' }]), ...(after ?? [{ kind: 'new' }])].every(({ kind }) => kind === 'same')

const headingMarks = /^#{1,6} +/

/** A row without the marks before a heading, where both of its sides are one; else as it is. */
export function withoutMarks({ before, after }: Row): { row: Row; isHeading: boolean } {
  const isHeading = [before, after].every((side) => side === null || headingMarks.test(side[0]?.text ?? ''))
  const unmarked = (side: Stretch[] | null) =>
    side?.map((one, index) => (index === 0 ? { ...one, text: one.text.replace(headingMarks, '') } : one))
  return {
    row: isHeading ? { before: unmarked(before) ?? null, after: unmarked(after) ?? null } : { before, after },
    isHeading,
  }
}
