import { daysAfter, daysBefore } from '../../platform/days.ts'

/** For so many days someone who asked to be erased can change their mind. */
export const graceDays = 7

/** For so many days a copy of somebody's data lies ready. */
export const copyDays = 1

/** Who asks for a copy again within so many minutes gets the one before. */
export const copyMinutes = 10

/** For so many days a link opens what is kept under an address without an account. */
export const linkDays = 1

/** An address is sent no second link sooner: nobody floods a mailbox through us. */
export const linkAgainMinutes = 10

/** What becomes of what readers have, when an address without an account is erased. */
export const keepings = ['texts', 'nothing'] as const
export type Keeping = (typeof keepings)[number]

/** How it is told in the list of erasures, by what stayed. */
export const whyOf = { texts: 'address-names', nothing: 'address-texts' } as const satisfies Record<
  Keeping,
  string
>
/** @returns null where the erasure is of a person */
export const keepingOf = (why: string): Keeping | null => keepings.find((one) => whyOf[one] === why) ?? null

/** The instant at which what was asked for is done. */
export const dueAt = (askedAt: Date): Date => daysAfter(askedAt, graceDays)

/** The last instant at which whoever was asked for must be erased by now. */
export const askedBefore = (now: Date): Date => daysBefore(now, graceDays)

export const copyUntil = (readyAt: Date): Date => daysAfter(readyAt, copyDays)

/** Why the office erases someone; what the person did themselves is `own`. */
export const whys = ['by-email', 'by-letter', 'not-theirs'] as const
export type Why = (typeof whys)[number]
