import type { Actor, Role } from './actor.ts'

/** Kinds of actors, from the one who may least. The terminal may what a director may. */
export const kinds = ['visitor', 'member', 'ambassador', 'editor', 'coordinator', 'director'] as const
export type Kind = (typeof kinds)[number]

/** What a policy function opens, and to whom. */
export type Ability = {
  /** The policy function that decides. */
  policy: (actor: Actor, about: never) => boolean
  /** What one may do by it, in words that go on from "may". */
  may: string
  who: readonly Kind[]
  /** What the policy is asked about, where it asks for more than the actor: something that is not their own. */
  about?: unknown
  /**
   * Doors to what is done by it that open only to someone who has just shown who they are: `POST /office/people/:id/grant`.
   * The terminal is not asked.
   */
  asksAgain?: readonly `${'GET' | 'POST'} /${string}`[]
}

/** Who may, as features usually say it. */
export const everybody = {
  signedIn: ['member', 'ambassador', 'editor', 'coordinator', 'director'],
  inTheOffice: ['ambassador', 'editor', 'coordinator', 'director'],
  whoCoordinates: ['coordinator', 'director'],
  whoEdits: ['editor', 'director'],
  whoDirects: ['director'],
} satisfies Record<string, Kind[]>

/** The roles that a kind of actor has. */
export const rolesOfKind = (kind: Kind): Role[] => (kind === 'visitor' || kind === 'member' ? [] : [kind])
