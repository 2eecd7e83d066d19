import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BadConfig } from '../bad-config.ts'

/**
 * Reads the private key that signs emails.
 *
 * @throws BadConfig when it cannot be read, or is no RSA key, which is the only kind that every mail server checks
 */
export function readDkimKey(file: string): string {
  const text = textOf(file)
  if (keyTypeOf(text) === 'rsa') return text
  throw new BadConfig(
    `DKIM_KEY_FILE holds no private RSA key without a passphrase (${file}). Make one with: openssl genrsa -out ${file} 2048`,
  )
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`
    throw new BadConfig(
      `DKIM_KEY_FILE ${why}: ${file}. Correct the path, or let the account that runs Twinleaf read it.`,
    )
  }
}

/** @returns null when it is no key at all, or one that needs a passphrase */
function keyTypeOf(text: string): string | null {
  try {
    return createPrivateKey(text).asymmetricKeyType ?? null
  } catch {
    return null
  }
}
