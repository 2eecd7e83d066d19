import { createHash, randomBytes } from 'node:crypto'

/** What a link holds and nobody can guess: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: it is random, so a plain hash cannot be guessed back. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
