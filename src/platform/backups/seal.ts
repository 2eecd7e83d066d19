/** What lies around the pieces of a backup: compressed with a checksum, and encrypted where there is a key. */
import { type Duplex, Readable, Transform } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Unacceptable } from '../refusals.ts'

/** Its curves take a tenth of the time that a command starts in; few commands need them. */
const age = () => import('age-encryption')

/** More levels take four times as long and save nothing. */
const compressing = {
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
}

/** @param recipients public keys of age, any of whose holders can open it; for nobody, it is not encrypted */
export async function seal(plain: Readable, recipients: readonly string[]): Promise<Readable> {
  const compressed = joined(plain, createZstdCompress(compressing))
  if (recipients.length === 0) return compressed
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return fromWeb(await encrypter.encrypt(toWeb(compressed)))
}

/** A key pair for once. */
export async function passingKey(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await age()
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/**
 * @param identity the secret key of age, where there is one
 * @throws Unacceptable `backup-needs-key`, `backup-wrong-key`, `backup-not-ours`; what is damaged further on ends the
 *   stream with an error
 */
export async function unseal(sealed: Readable, identity: string | null): Promise<Readable> {
  const { start, whole } = await peek(sealed)
  if (start.equals(ofZstd)) return decompressed(whole)
  try {
    if (!start.equals(ofAge)) throw new Unacceptable('backup-not-ours')
    if (identity === null) throw new Unacceptable('backup-needs-key')
    return decompressed(await decrypted(whole, identity))
  } catch (error) {
    // What nobody goes on to read keeps its file open.
    sealed.destroy()
    throw error
  }
}

const ofZstd = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])
const ofAge = Buffer.from('age-')

async function decrypted(sealed: Readable, identity: string): Promise<Readable> {
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  try {
    decrypter.addIdentity(identity)
  } catch {
    throw new Unacceptable('backup-no-key')
  }
  try {
    return fromWeb(await decrypter.decrypt(toWeb(sealed)))
  } catch (error) {
    const isOther = error instanceof Error && error.message.startsWith('no identity matched')
    throw new Unacceptable(isOther ? 'backup-wrong-key' : 'backup-damaged')
  }
}

/** A real backup does not come near: what grows so much was made to fill a memory. */
const mostGrowth = 200
const alwaysAllowed = 256 * 1024 * 1024

function decompressed(packed: Readable): Readable {
  let came = 0
  let went = 0
  const before = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      came += chunk.length
      done(null, chunk)
    },
  })
  const after = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      went += chunk.length
      const isTooMuch = went > Math.max(alwaysAllowed, came * mostGrowth)
      done(isTooMuch ? new Unacceptable('backup-too-large') : null, chunk)
    },
  })
  return joined(joined(joined(packed, before), createZstdDecompress()), after)
}

/** The first four bytes, and all of it. */
async function peek(stream: Readable): Promise<{ start: Buffer; whole: Readable }> {
  let start = Buffer.alloc(0)
  const rest = stream[Symbol.asyncIterator]()
  while (start.length < 4) {
    const { value, done } = await rest.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  const whole = Readable.from(chained(start, { [Symbol.asyncIterator]: () => rest }))
  return { start: start.subarray(0, 4), whole }
}

async function* chained(first: Buffer, rest: AsyncIterable<Buffer>) {
  yield first
  yield* rest
}

/** As `pipe`, but what goes wrong before goes wrong after, and who stops reading after stops what is before. */
function joined(from: Readable, next: Duplex): Readable {
  from.on('error', (error) => next.destroy(error))
  next.on('close', () => from.destroy())
  from.pipe(next)
  return next
}

const toWeb = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>
const fromWeb = (stream: unknown) => Readable.fromWeb(stream as ReadableStream<Uint8Array>)
