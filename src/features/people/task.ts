/** What volunteers work on, in the order in which a round comes to it. */
export const tasks = [
  'call',
  'cleaning',
  'matching',
  'introductions',
  'cases',
  'rematch',
  'content',
  'closing',
  'mail',
  'people',
  'network',
] as const
export type Task = (typeof tasks)[number]
