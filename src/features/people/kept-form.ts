import type { Typed } from '../../platform/forms.ts'

/** A form that came when its sender's session had ended: the page it was typed on, and where it was sent. */
export type KeptForm = { page: string; action: string; typed: Record<string, string | string[]> }

/** How long after their last page someone is still taken for the one who was typing, and how long a form is kept. */
export const keptForDays = 1
export const keptForMs = keptForDays * 24 * 60 * 60_000

/** Characters of one form that are kept, as JSON: four times the longest of our texts. */
const mostCharacters = 160_000

/** What can be shown again of a form: all but its files. Null when that is too much to keep. */
export function textsToKeep(typed: Typed): KeptForm['typed'] | null {
  const texts = Object.entries(typed).filter(
    (entry): entry is [string, string | string[]] => !(entry[1] instanceof File),
  )
  const kept = Object.fromEntries(texts)
  return JSON.stringify(kept).length <= mostCharacters ? kept : null
}
