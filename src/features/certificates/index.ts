/** Certificates: that somebody completed a round, on paper, as a signed badge, and on a page where anyone can check it. */

export { emailedPath as certificateLink, officePath as certificatesPath } from './paths.ts'
export { certificateToken } from './policy.ts'
export { latestOf as latestCertificate } from './queries/certificates.ts'
export { type Candidate, candidateById, claimOf } from './queries/own.ts'
export { certificatesInReach } from './queries/round.ts'
