/** All that says where a reprint stands. */
export type Settling = {
  passedAt: Date | null
  allowedAt: Date | null
  refusedAt: Date | null
  declinedAt: Date | null
  appearedOn: string | null
}

/** How far a reprint is: it waits for an editor, then for the authors; what they said; and that it came out. */
const standings = ['waiting', 'asked', 'allowed', 'appeared', 'refused', 'declined'] as const
export type Standing = (typeof standings)[number]

/** Derived, never stored. */
export function standingOf({ passedAt, allowedAt, refusedAt, declinedAt, appearedOn }: Settling): Standing {
  if (declinedAt) return 'declined'
  if (refusedAt) return 'refused'
  if (allowedAt) return appearedOn === null ? 'allowed' : 'appeared'
  return passedAt ? 'asked' : 'waiting'
}

export const answers = ['yes', 'no'] as const
export type Answer = (typeof answers)[number]

/** What the answers of all authors come to: one no is enough, a yes takes all of them; null while some are silent. */
export function outcomeOf(given: readonly (Answer | null)[]): Answer | null {
  if (given.includes('no')) return 'no'
  return given.length > 0 && given.every((one) => one === 'yes') ? 'yes' : null
}

/** An author may think again until it has appeared, or an editor has decided without them. */
export const mayStillAnswer = (standing: Standing): boolean =>
  standing === 'asked' || standing === 'allowed' || standing === 'refused'

/**
 * What a licence says of reprints, by its id: anyone may, as it is or translated as well; not for money; or only as it is.
 * Null for none that we know, and then the authors are asked.
 *
 * @source https://creativecommons.org/licenses/list.en
 */
export function licenceSays(id: string | null): { forMoney: boolean; translated: boolean } | null {
  if (id === null) return null
  if (/^(cc0|pdm)-/.test(id)) return { forMoney: true, translated: true }
  if (!id.startsWith('cc-by')) return null
  return { forMoney: !id.includes('-nc'), translated: !id.includes('-nd') }
}

/** After so many days without an answer an author is reminded, once, and whoever asked is told where it stands. */
export const reminderDays = 7

/** After so many days without an answer, editors are reminded that an author is silent. */
export const silentDays = 14
