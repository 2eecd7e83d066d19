/** How far a post is before it has a time to come out. */
const workingStages = ['proposed', 'assigned', 'drafting', 'review'] as const
export type WorkingStage = (typeof workingStages)[number]

/** The whole way of a post, in its order. */
export const stages = [...workingStages, 'scheduled', 'published', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** What a post is among those of its fortnight. */
export const parts = ['lead', 'companion', 'guest', 'wrap-up'] as const
export type Part = (typeof parts)[number]
