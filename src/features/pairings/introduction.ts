/** How two partners can reach each other first, by what each agreed to share. */
export type Contact =
  /** Each has the other's address. */
  | 'both-write'
  /** Only the partner's address may be given, so the partner cannot write first. */
  | 'you-write-first'
  /** The partner keeps their address; they have this person's and write first. */
  | 'they-write-first'
  /** Neither gives an address: the programme passes a first note on. */
  | 'pass-on'

/**
 * @source docs/decisions/0009-first-contact.md
 */
export function contactOf(own: { sharesEmail: boolean }, partner: { sharesEmail: boolean }): Contact {
  if (partner.sharesEmail) return own.sharesEmail ? 'both-write' : 'you-write-first'
  return own.sharesEmail ? 'they-write-first' : 'pass-on'
}

/** The day of whose hours partners are told: today, or the first of the round while that is to come. */
export const dayOfHours = ({ startsOn }: { startsOn: string }, today: string): string =>
  today < startsOn ? startsOn : today
