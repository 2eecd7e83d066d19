import type { Child } from 'hono/jsx'

/** What every field has. */
export type FieldBase = {
  name: string
  label: string
  /** Under the label: format, example, who will see the answer. */
  hint?: Child
  /** Beside the field: what is wrong and how to mend it. */
  error?: string
  /** The word for "optional", which marks the field; empty where the page says so once. Left out: required, but in filters. */
  optional?: string
  /** Differs from the default when one page has the same name twice. */
  id?: string
}

export type Option = {
  value: string
  label: string
  hint?: Child
  disabled?: boolean
  /** Beneath the option, seen once it is chosen: what is asked of nobody else. */
  beneath?: Child
}

/** Hint and error, with the ids that `describedBy` names. */
export const FieldNotes = ({ id, hint, error }: { id: string; hint?: Child; error?: string }) => (
  <>
    {hint ? (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    ) : null}
    {error ? (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    ) : null}
  </>
)

export const describedBy = (id: string, field: { hint?: Child; error?: string; suffix?: string }) =>
  (['suffix', 'hint', 'error'] as const)
    .filter((note) => Boolean(field[note]))
    .map((note) => `${id}-${note}`)
    .join(' ') || undefined
