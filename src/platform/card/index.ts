/** Pictures for where a link to a page is shared. */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import type { Db } from '../../db/index.ts'
import { fontsFor } from '../fonts.ts'
import { keeper } from '../kept.ts'
import { root } from '../root.ts'
import type { Card, Sign } from './card.ts'
import type { Asked } from './card-process.ts'

export { type Card, cardSize, isDrawable, type Sign } from './card.ts'

/** Read from the source also when the rest is bundled: Node runs it as it is. */
const here = join(root, 'src/platform/card')
const entry = join(here, 'card-process.ts')

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
  kept(db, { key: `square ${name}`, version: accent }, () => inTurn({ card: null, sign, accent }))

let last: Promise<unknown> = Promise.resolve()

/**
 * Draws a card in a process of its own, one after the other: a crowd of strangers costs no more than one of them.
 *
 * @returns a PNG
 * @throws Error when the process ends without one
 */
export const drawCard = (card: Card, sign: Sign): Promise<Buffer> =>
  inTurn({ card, sign, fonts: fontsFor(JSON.stringify(card)) })

function inTurn(asked: Asked): Promise<Buffer> {
  const drawn = last.then(() => draw(asked))
  last = drawn.catch(() => undefined)
  return drawn
}

async function draw(asked: Asked): Promise<Buffer> {
  const child = fork(entry, {
    cwd: '/',
    // Nothing of ours but what it needs: what it draws was typed by somebody.
    env: { FONTCONFIG_FILE: join(here, 'fonts.conf'), NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    timeout: 20_000,
  })
  // Without a callback, a process that could not even start would end the site: its second error has no listener.
  child.send(asked, () => undefined)
  const drawn = once(child, 'message').then(([bytes]: Uint8Array[]) => bytes)
  const ended = once(child, 'exit').then(() => undefined)
  const bytes = await Promise.race([drawn, ended])
  if (!bytes) throw new Error('a card could not be drawn')
  return Buffer.from(bytes)
}
