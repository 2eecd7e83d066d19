import type { Sector, Stage, Wish } from '../../applications/index.ts'

export type { Sector, Stage, Wish }

/** As in `applications`; named again because the matching thread loads no feature but this one. */
export const sectors = [
  'academic',
  'public',
  'special',
  'school',
  'lis',
  'national',
  'archive',
  'other',
] as const satisfies readonly Sector[]

/** In the order of a working life: "earlier" and "later" are read from it. */
export const stages = ['student', 'early', 'mid', 'late', 'retired'] as const satisfies readonly Stage[]

/** What a person may wish about, in the order in which it is told. */
export const wishable = ['sector', 'stage', 'interests'] as const
export type Wishable = (typeof wishable)[number]

/** Minutes after midnight on the person's own clock; `until` before `from` means a night worker. */
export type AwakeHours = { from: number; until: number }

export const usualHours: AwakeHours = { from: 8 * 60, until: 22 * 60 }

/** A participant of a round, as far as matching needs to know them. */
export type Applicant = {
  /** The participation: one person in one round. */
  id: string
  personId: string
  /** The e-mail address in its one spelling, or a hash of it: two with the same key are one person. */
  addressKey: string
  /** ISO 3166-1 alpha-2, where the person is based in this round. */
  country: string
  /** IANA name. */
  zone: string
  sector: Sector
  stage: Stage
  interests: readonly string[]
  /** ISO 639-1. */
  languages: readonly string[]
  hours: AwakeHours
  wishes: Readonly<Record<Wishable, Wish>>
  /** Those of the wishes that matter a lot to them; none when they were not asked. */
  dear?: readonly Wishable[]
  /** What they chose, by the questions of the round that count; none when nothing was asked, or answered. */
  answers?: Readonly<Record<string, readonly string[]>>
  firstTime: boolean
  /** Would take a second partner, so that an odd one out is not alone. */
  takesTwo: boolean
  /** Whether the partner may have the person's e-mail address. */
  sharesEmail: boolean
}
