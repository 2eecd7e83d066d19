import { type Draw, drawFrom } from '../../matching/draw.ts'

/**
 * Chance for one person and one kind of act: who answers late changes nothing of who falls ill.
 *
 * @param about for example an address and `answers`
 */
export const chance = (seed: number, ...about: (string | number)[]): Draw =>
  drawFrom(fnv(`${seed} ${about.join(' ')}`))

/** Whether something happens that does so often, in percent. */
export const happens = (draw: Draw, percent: number): boolean => draw(10_000) < percent * 100

export const between = (draw: Draw, least: number, most: number): number => least + draw(most - least + 1)

export const oneOf = <One>(draw: Draw, all: readonly [One, ...One[]]): One => all[draw(all.length)] ?? all[0]

/** FNV-1a, over UTF-16: texts that differ by a letter begin streams that have nothing to do with each other. */
function fnv(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}
