import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** As much of the app as sealing needs. */
type Sealing = { config: { secret: string } }

const ivLength = 12
const tagLength = 16

/** For each purpose a key of its own, from the secret that is kept beside the database and never in it. */
const keyFor = ({ config }: Sealing, purpose: string) =>
  Buffer.from(hkdfSync('sha256', config.secret, '', `sealed ${purpose}`, 32))

/** Closes what must rest in the database and be of no use to whoever has only that. */
export function seal(app: Sealing, purpose: string, content: Buffer): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', keyFor(app, purpose), iv)
  const closed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), closed])
}

/** @returns null for what was not sealed with our secret, or for another purpose, or was changed since */
export function unseal(app: Sealing, purpose: string, sealed: Buffer): Buffer | null {
  const iv = sealed.subarray(0, ivLength)
  const tag = sealed.subarray(ivLength, ivLength + tagLength)
  if (tag.length < tagLength) return null
  const decipher = createDecipheriv('aes-256-gcm', keyFor(app, purpose), iv)
  decipher.setAuthTag(tag)
  const opened = decipher.update(sealed.subarray(ivLength + tagLength))
  try {
    return Buffer.concat([opened, decipher.final()])
  } catch {
    // A seal that does not hold is the answer, not a fault.
    return null
  }
}
