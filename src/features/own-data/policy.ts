import type { Actor } from '../people/index.ts'

/** See, take along and erase what is about oneself. */
export const mayTakeData = (actor: Actor): actor is Actor & { id: string; email: string } => actor.id !== null

/** Erase someone else, on their request. */
export const mayErasePeople = (actor: Actor) => actor.roles.has('director')
