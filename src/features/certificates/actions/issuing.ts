import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { chunks } from '../../../platform/chunks.ts'
import { signDocument } from '../../../platform/credentials/index.ts'
import { sendOnce } from '../../../platform/mail/index.ts'
import { type Network, networkIn } from '../../../platform/network/index.ts'
import { pdfOf, pdfsOf } from '../../../platform/pdf/index.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import { badgeFor } from '../emails/badge.ts'
import { readyEmail } from '../emails/letters.ts'
import { type Paper, paperFor } from '../emails/paper.ts'
import { type Certificate, certificateById, unmadeIds } from '../queries/certificates.ts'
import { personOf } from '../queries/own.ts'
import { ownDid, signerFor } from './keys.ts'

const template = 'src/features/certificates/certificate.typ'

/** Few enough for the memory of one process, and many enough that it is worth starting one. */
const atOnce = 100

/** Makes the file and throws it away. @throws Conflict `letter-without-font` */
export async function tryPaper(app: App, paper: Paper): Promise<void> {
  await pdfOf(app, template, paper)
}

/**
 * Makes what has been asked for and is not made yet: files, signed badges, and an email to each. What was signed by a key
 * that is no longer believed is signed again.
 *
 * @param ids only these
 * @returns how many were made or signed
 */
export async function issueCertificates(app: App, ids?: readonly string[]): Promise<number> {
  let made = 0
  for (const some of chunks(await unmadeIds(app.db, ids), atOnce)) made += await issue(app, some)
  return made
}

type Due = { certificate: Certificate; round: Round; paper: Paper }

/** Files first, outside of any transaction: they take long. Then each is written down by itself, so that none waits for another. */
async function issue(app: App, ids: readonly string[]): Promise<number> {
  const network = await networkIn(app, app.db)
  const due = await Promise.all(ids.map((id) => dueOf(app, id, network)))
  const files = await pdfsOf(
    app,
    template,
    due.map(({ paper }) => paper),
  )
  let made = 0
  for (const [index, one] of due.entries()) {
    const pdf = files[index]
    // Its letters were tried when it was asked for; a font that was taken away since is put back by an operator.
    if (!pdf) app.log.warn({ id: one.certificate.id }, 'certificate_without_font')
    else made += await app.db.transaction().execute((tx) => keep(app, tx, one, { pdf, network }))
  }
  return made
}

async function dueOf(app: App, id: string, network: Network): Promise<Due> {
  const certificate = await certificateById(app.db, id)
  const round = await roundById(app.db, certificate.roundId)
  return { certificate, round, paper: paperFor(certificate, round, network) }
}

/** Signs and keeps one, unless that was done meanwhile, or it was withdrawn or erased. */
async function keep(
  app: App,
  tx: Tx,
  { certificate, round, paper }: Due,
  { pdf, network }: { pdf: Buffer; network: Network },
): Promise<number> {
  const { id } = certificate
  const still = await tx
    .selectFrom('certificate')
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .where('credential', 'is', null)
    .where('nameWritten', '<>', '')
    .select(['number', 'issuedAt'])
    .forUpdate()
    .executeTakeFirst()
  const to = await personOf(tx, certificate.personId)
  if (!still || !to) return 0
  const signer = await signerFor(app, tx, ownDid(app))
  const issuedAt = still.issuedAt ?? app.now()
  const about = { certificate, round, network, paper, number: still.number, email: to.email, issuedAt }
  const credential = await signDocument(badgeFor(about, signer.did), signer)
  await tx
    .updateTable('certificate')
    .set({ credential: JSON.stringify(credential), signingKeyId: signer.keyId, pdf, issuedAt })
    .where('id', '=', id)
    .execute()
  const isFirst = still.issuedAt === null
  if (isFirst)
    await sendOnce(app, tx, `certificate:${id}`, readyEmail(to, { app, round, network, certificate }))
  return 1
}
