import { createHash, randomBytes } from 'node:crypto'
import {
  badgeContext,
  statusEntry,
  statusListLength,
  type Unsigned,
  vcContext,
} from '../../../platform/credentials/index.ts'
import { secondOf } from '../../../platform/days.ts'
import type { Network } from '../../../platform/network/index.ts'
import { type Round, roundPath } from '../../rounds/index.ts'
import { certificatePath, statusPath } from '../paths.ts'
import type { Certificate } from '../queries/certificates.ts'
import type { Paper } from './paper.ts'

type About = {
  certificate: Pick<Certificate, 'id' | 'code' | 'locale' | 'nameWritten'>
  round: Round
  network: Network
  paper: Paper
  /** Its place in the lists of what was withdrawn. */
  number: number
  email: string
  issuedAt: Date
}

/**
 * What is signed: an Open Badge 3.0, which says no more than the paper. The address of the person is in it as a salted
 * hash, so that a wallet knows it for theirs and nobody reads it.
 *
 * @source 1EdTech Open Badges 3.0; W3C Verifiable Credentials 2.0
 */
export function badgeFor(
  { certificate, round, network, paper, number, email, issuedAt }: About,
  did: string,
): Unsigned {
  const { origin } = network
  const salt = randomBytes(16).toString('hex')
  const hash = createHash('sha256')
    .update(email + salt)
    .digest('hex')
  const list = origin + statusPath(Math.floor(number / statusListLength) + 1)
  return {
    '@context': [vcContext, badgeContext],
    id: `urn:uuid:${certificate.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: paper.heading,
    issuer: { id: did, type: ['Profile'], name: paper.author, url: origin },
    validFrom: secondOf(issuedAt),
    credentialSubject: {
      type: ['AchievementSubject'],
      activityStartDate: `${round.startsOn}T00:00:00Z`,
      activityEndDate: `${round.endsOn}T00:00:00Z`,
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'name',
          hashed: false,
          identityHash: certificate.nameWritten,
        },
        {
          type: 'IdentityObject',
          identityType: 'emailAddress',
          hashed: true,
          identityHash: `sha256$${hash}`,
          salt,
        },
      ],
      achievement: {
        id: origin + roundPath(round.code),
        type: ['Achievement'],
        achievementType: 'CertificateOfCompletion',
        inLanguage: certificate.locale,
        name: paper.heading,
        description: paper.what,
        criteria: { narrative: paper.criteria },
      },
    },
    evidence: [{ id: origin + certificatePath(certificate.code), type: ['Evidence'], name: paper.check }],
    credentialStatus: statusEntry(list, number % statusListLength),
  }
}
