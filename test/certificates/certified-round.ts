import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { verifyCredential } from '@digitalbazaar/vc'
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list'
import { askForCertificate } from '../../src/features/certificates/actions/asking.ts'
import { issueCertificates } from '../../src/features/certificates/actions/issuing.ts'
import { latestOf } from '../../src/features/certificates/queries/certificates.ts'
import { answerCheckIn, askCheckIns } from '../../src/features/checkins/index.ts'
import { aRunningRound } from '../../src/features/pairings/actions/rematch.builder.ts'
import { documentLoader } from '../../src/platform/credentials/contexts.ts'
import { drainOutbox } from '../../src/platform/mail/index.ts'
import { buildAssets } from '../../src/web/assets.ts'
import { createSite } from '../../src/web/site.tsx'
import { testApp } from '../harness.ts'

type Made = Awaited<ReturnType<typeof aRunningRound>>

const suite = new DataIntegrityProof({ cryptosuite })

/** For tests: a running round, and ways to read and to check what it certifies. */
export async function aRoundNearItsEnd() {
  const app = await testApp()
  const site = createSite(app, await buildAssets())

  /** Chi has answered a check-in, nobody else has; two weeks before the end the desk asks who gets a certificate. */
  const made = await aRunningRound(app)

  await drainOutbox(app)
  app.at('2016-03-04T12:00:00Z')
  await askCheckIns(app)
  const asked = await app.db
    .selectFrom('checkIn')
    .where('applicationId', '=', made.people.chi.id)
    .select('id')
    .executeTakeFirstOrThrow()

  await answerCheckIn(app, { id: asked.id, personId: null }, { answer: 'not-yet', words: '', way: 'link' })
  const page = (path: string, headers: Record<string, string> = {}) => site.request(path, { headers })

  const verified = (badge: object, host?: string) => verifiedBy(page, app.now(), badge, host)

  const lastOf = async (one: { id: string }) => {
    const last = await latestOf(app.db, one.id)
    if (!last) throw new Error('there is none')
    return last
  }

  async function badgeOf(one: { id: string }) {
    const { id } = await lastOf(one)
    const row = await app.db
      .selectFrom('certificate')
      .where('id', '=', id)
      .select('credential')
      .executeTakeFirstOrThrow()
    return row.credential as { credentialSubject: object; issuer: { id: string } }
  }

  async function issued(one: Made['people']['chi'], name: string): Promise<void> {
    await askForCertificate(app, one.id, name)
    await issueCertificates(app)
  }

  return { app, site, made, page, verified, lastOf, badgeOf, issued }
}

type Asking = (path: string, headers: Record<string, string>) => Response | Promise<Response>

/** Checks a badge as a stranger does: with what is published at the host that issued it. */
async function verifiedBy(page: Asking, now: Date, badge: object, host = 'localhost:3000') {
  const published = async (path: string) =>
    (await page(path, { Host: host })).json() as Promise<Record<string, unknown>>
  const did = (badge as { issuer: { id: string } }).issuer.id
  const loader = async (url: string) => {
    const found = (document: object) => ({ contextUrl: null, documentUrl: url, document })
    if (url.startsWith('http://')) return found(await published(new URL(url).pathname))
    if (!url.startsWith('did:web:')) return documentLoader(url)
    const document = (await published('/.well-known/did.json')) as { verificationMethod: { id: string }[] }
    if (url === did) return found(document)
    const method = document.verificationMethod.find(({ id }) => id === url)
    if (!method) throw new Error(`${url} is not listed`)
    return found({ '@context': 'https://w3id.org/security/multikey/v1', ...method })
  }
  const check = { suite, documentLoader: loader, verifyBitstringStatusListCredential: true }
  const result = await verifyCredential({
    credential: badge,
    suite,
    documentLoader: loader,
    now,
    checkStatus: (asked: object) => checkStatus({ ...asked, ...check }),
  })
  return { isGenuine: result.verified, isWithdrawn: result.statusResult?.results[0]?.status }
}
