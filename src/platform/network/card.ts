import type { Db } from '../../db/index.ts'
import type { Card, Sign } from '../card/index.ts'
import { dirOf } from '../words.ts'
import { ourAccent } from './colour.ts'
import { type Network, type OurSign, textsIn } from './network.ts'
import { signPicture } from './read.ts'

/** A card of the network in a language. */
export const networkCard = (network: Network, locale: string, said: Pick<Card, 'title' | 'line'>): Card => ({
  dir: dirOf(locale),
  name: textsIn(network, locale).name,
  accent: network.accent ?? ourAccent,
  sign: network.pictureId ?? network.sign,
  ...said,
})

/** @param drawn our signs, as paths */
export const cardSign = async (
  db: Db,
  { pictureId, sign }: Network,
  drawn: Readonly<Record<OurSign, readonly string[]>>,
): Promise<Sign> => (pictureId === null ? drawn[sign] : signPicture(db, pictureId))
