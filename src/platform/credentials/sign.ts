import { createHash, createPrivateKey, sign } from 'node:crypto'
import { secondOf } from '../days.ts'
import { base58 } from './base58.ts'
import { documentLoader } from './contexts.ts'
import { methodOf } from './keys.ts'

/** What is signed: a document of JSON-LD, whose every word its contexts must know. */
export type Unsigned = { '@context': readonly string[] } & Record<string, unknown>

/** Who signs, by which key, and when. */
export type Signer = { did: string; publicKey: string; privateKey: Buffer; at: Date }

/**
 * Adds the proof of a signer to a document: Ed25519 over the canonical form of the document and of the proof.
 *
 * @throws Error when the document says something that its contexts do not know: unsigned, it could be changed
 * @source W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2: eddsa-rdfc-2022
 */
export async function signDocument<Document extends Unsigned>(document: Document, signer: Signer) {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: secondOf(signer.at),
    verificationMethod: methodOf(signer.did, signer.publicKey),
    proofPurpose: 'assertionMethod',
  }
  const said = await canonicalHash({ '@context': document['@context'], ...options })
  const what = await canonicalHash(document)
  const key = createPrivateKey({ key: signer.privateKey, format: 'der', type: 'pkcs8' })
  const proofValue = base58(sign(null, Buffer.concat([said, what]), key))
  return { ...document, proof: { ...options, proofValue } }
}

async function canonicalHash(document: object): Promise<Buffer> {
  // It brings an HTTP client along, which nothing else that starts here asks for.
  const { default: jsonld } = await import('jsonld')
  const canonical = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    documentLoader,
  })
  return createHash('sha256').update(canonical).digest()
}
