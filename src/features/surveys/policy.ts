import type { Actor } from '../people/index.ts'

/** Decide what a round asks in its surveys and when, and see what came of them. */
export const mayRunSurveys = (actor: Actor) => actor.roles.has('coordinator')

/** Read what people wrote, which has no names. */
export const mayReadTexts = (actor: Actor) => actor.roles.has('coordinator')

/** Take the figures of a survey out of the house. */
export const mayExportFigures = (actor: Actor) => actor.roles.has('coordinator')
