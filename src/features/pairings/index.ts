/** Pairings: who does meet whom, and what partners are told of each other. */

export { leafFor } from './pages/partner.tsx'
export { leaveRoundPath, partnerPath, partPath } from './paths.ts'
export { freePeople } from './queries/rematch.ts'
