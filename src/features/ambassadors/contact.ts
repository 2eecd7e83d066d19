export const contactKinds = [
  ...(['public', 'academic', 'school', 'special'] as const),
  ...(['association', 'library-school', 'list', 'other'] as const),
] as const
export type ContactKind = (typeof contactKinds)[number]

/** How it went with a library or a group. */
export const standings = ['planned', 'asked', 'passed-on', 'declined'] as const
export type Standing = (typeof standings)[number]

export type ContactWish = {
  name: string
  kind: ContactKind
  standing: Standing
  /** `YYYY-MM-DD`; null while it is planned. */
  contactedOn: string | null
  notes: string
}

export type Contact = ContactWish & { id: string; revision: number }

/** Those who were asked for a call: from the day it was announced to its deadline. @param until `YYYY-MM-DD`, included */
export const askedBetween = (contacts: readonly Contact[], from: string, until: string): Contact[] =>
  contacts.filter(({ contactedOn }) => contactedOn !== null && from <= contactedOn && contactedOn <= until)

/** How many of some contacts stand how. */
export const standingsIn = (contacts: readonly Contact[]) =>
  standings.map((standing) => ({
    standing,
    count: contacts.filter((one) => one.standing === standing).length,
  }))
