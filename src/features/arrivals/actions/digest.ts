import { createHash } from 'node:crypto'

export const digest = (what: Uint8Array | string): Buffer => createHash('sha256').update(what).digest()
