/** Pictures for where a link to a page is shared. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Db } from '../../db/index.ts'
import { aside } from '../aside/index.ts'
import { fontsFor } from '../fonts.ts'
import { keeper } from '../kept.ts'
import { root } from '../root.ts'
import type { Card, Sign } from './card.ts'
import type { Asked } from './card-process.ts'

export { type Card, cardSize, isDrawable, type Sign } from './card.ts'

const draw = aside<Asked, Uint8Array>('src/platform/card/card-process.ts', {
  longestMs: 20_000,
  env: { FONTCONFIG_FILE: join(root, 'src/platform/card/fonts.conf') },
})

/** Another for each text, colour or sign: part of its address, so that nobody shows an old one. */
export const cardVersion = (card: Card): string =>
  createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 10)

/** Each is some twenty kilobytes. */
const kept = keeper<Buffer>(60)

/**
 * A card as PNG, drawn when it is first asked for and kept for as long as it says the same.
 *
 * @param name of what it stands for, with its language
 * @param sign read only when it is drawn
 */
export const keptCard = (db: Db, name: string, card: Card, sign: () => Promise<Sign>): Promise<Buffer> =>
  kept(db, { key: name, version: cardVersion(card) }, async () => drawCard(card, await sign()))

/** The sign alone as PNG, on a square of paper: drawn when it is first asked for, and kept. @param name says which it is */
export const keptSquare = (db: Db, name: string, accent: string, sign: Sign): Promise<Buffer> =>
  kept(db, { key: `square ${name}`, version: accent }, () => drawn({ card: null, sign, accent }))

/**
 * Draws a card in a process of its own, one after the other: a crowd of strangers costs no more than one of them.
 *
 * @returns a PNG
 * @throws Error when the process ends without one
 */
export const drawCard = (card: Card, sign: Sign): Promise<Buffer> =>
  drawn({ card, sign, fonts: fontsFor(JSON.stringify(card)) })

async function drawn(asked: Asked): Promise<Buffer> {
  return Buffer.from(await draw(asked))
}
