/** For how many days the link in an invitation works. */
export const invitedDays = 14

/** Someone who is to speak for a country. */
export type Invitation = {
  country: string
  name: string
  email: string
  locale: string
  /** Last day of the term; null for one without an end. */
  endsOn: string | null
}

/** From so many days before a term ends on, somebody is asked to think of the next one. */
export const handoverDays = 30

/** For so many days after the last one somebody is thanked for a term; later it would come out of the blue. */
export const thankedForDays = 7
