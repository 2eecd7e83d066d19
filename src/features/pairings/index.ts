/** Pairings: who does meet whom, and what partners are told of each other. */

export { part } from './actions/part.ts'
export { takeIn } from './actions/take-in.ts'
export { leafFor } from './pages/partner.tsx'
export { waysToPart } from './parting.ts'
export { leaveRoundPath, partnerPath, partPath } from './paths.ts'
export type { Participant } from './queries/introductions.ts'
export { freeCount, freePeople } from './queries/rematch.ts'
