import type { Actor } from '../people/index.ts'

/** All countries side by side; asking someone to speak for one, and ending that. */
export const mayInviteAmbassadors = (actor: Actor) => actor.roles.has('coordinator')

/** The numbers of a country, its contacts and notes: for those who speak for it, and for those who look after all. */
export const mayFollowCountry = (actor: Actor, country: string) =>
  mayInviteAmbassadors(actor) || ownCountries(actor).includes(country)

/** Someone who follows some country. */
export const mayFollowCountries = (actor: Actor) =>
  mayInviteAmbassadors(actor) || ownCountries(actor).length > 0

/** The countries that an actor speaks for. */
export const ownCountries = (actor: Actor): string[] =>
  actor.roles.has('ambassador') ? [...actor.countries].toSorted() : []
