import type { Stretch } from '../../../pages/index.ts'

/** A text with what went struck out and what came marked. */
export const Stretches = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <>
    {stretches.map(({ text, kind }) => {
      if (kind === 'gone') return <del>{text}</del>
      return kind === 'new' ? <ins>{text}</ins> : text
    })}
  </>
)
