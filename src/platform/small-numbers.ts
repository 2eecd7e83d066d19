/** Numbers of fewer people than this could be about someone in particular. */
export const fewest = 5

/** As much of a number as may be watched: in steps of five, so that nobody reads from two visits who came in between. */
export const inSteps = (count: number): number => count - (count % fewest)
