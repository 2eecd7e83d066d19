import type { Locale } from '../../platform/words.ts'

/** Roles of the office. Everyone with an account is a member as well; a visitor has none. */
export const roles = ['director', 'coordinator', 'editor', 'ambassador'] as const
export type Role = (typeof roles)[number]

/** The person who asks, a visitor included. */
export type Actor = {
  /** Null for a visitor, and for the terminal. */
  id: string | null
  name: string
  email: string | null
  /** Roles that hold today. A director has those of coordinators and editors as well. */
  roles: ReadonlySet<Role>
  /** Countries an ambassador speaks for, ISO 3166 alpha-2. */
  countries: ReadonlySet<string>
  locale: Locale
  /** IANA zone in which times are said. */
  zone: string
  /** The office asks for a second factor that this person has not set up: until then their roles rest. */
  lacksSecondFactor?: boolean
  /** When they last showed who they are, by signing in or by a code; acts that ask again look at it. */
  confirmedAt?: Date
  /** How long they stay signed in, where that is so short that it matters: after a request, from now, and at most. */
  session?: { idleMs: number; leftMs: number; mostMs: number }
}

export const visitor = (locale: Locale): Actor => ({
  id: null,
  name: '',
  email: null,
  roles: new Set(),
  countries: new Set(),
  locale,
  zone: 'UTC',
})

/** Anyone who can start a command on the machine may do all that a director may. */
export const terminal: Actor = {
  id: null,
  name: 'terminal',
  email: null,
  roles: new Set(['director', 'coordinator', 'editor']),
  countries: new Set(),
  locale: 'en',
  zone: 'UTC',
}
