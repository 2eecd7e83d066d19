/** Ambassadors: who speaks for the network in a country, what they see of it, and what they work with. */

export { inviteAmbassador } from './actions/inviting.ts'
export { addContact, shortenFor, writeNote } from './actions/writing.ts'
export type { CountryStanding } from './country.ts'
export { CountryPart } from './pages/numbers.tsx'
export { ownCountries } from './policy.ts'
export { standingIn } from './queries/standings.ts'
