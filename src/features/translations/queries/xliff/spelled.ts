import { createHash } from 'node:crypto'
import type { Piece } from '../branches.ts'

/** One string for the same pieces, in the form that all programs agree on. */
export const spelled = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => (typeof piece === 'string' ? piece : `{${piece.name}}`))
    .join('')
    .normalize('NFC')

/**
 * What a unit takes along of its translation, so that it is known of a file that comes back whether the sentence was changed
 * there, here, or in both places.
 */
export const markOf = (pieces: readonly Piece[]): string =>
  createHash('sha256').update(spelled(pieces)).digest('base64url').slice(0, 8)
