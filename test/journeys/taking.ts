import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { pictureFile, picturesFolder, type Taken, takenPictures } from '../../src/features/help/queries.ts'

/** A picture of the handbook is no heavier than this, in bytes. */
export const heaviest = 30_000

/** Two pictures are alike while no more of their dots than this differ so that one sees it. */
const tolerance = 0.0003
const seen = 40

const hashOf = (what: string | Buffer) => createHash('sha256').update(what).digest('hex').slice(0, 12)

/**
 * Takes a picture of what a browser shows, if that is not what it showed when the one that is kept was taken. What it shows is
 * told by names, roles and states and by the stylesheets, so that another machine's letters are no other page.
 *
 * @param styles addresses of the stylesheets, which name their content
 * @returns what is known of the picture now, and whether another one is kept
 */
export async function take(
  page: Page,
  name: string,
  styles: string,
): Promise<{ taken: Taken; isNew: boolean }> {
  // That this is no real site.
  await page.locator('p.banner').evaluateAll((notices) => notices.map((notice) => notice.remove()))
  const shows = hashOf((await outlineOf(page)) + styles)
  const before = takenPictures()[name]
  if (before?.shows === shows && existsSync(pictureFile(name))) return { taken: before, isNew: false }
  const picture = await small(await page.screenshot({ animations: 'disabled' }))
  const kept = existsSync(pictureFile(name)) ? readFileSync(pictureFile(name)) : null
  const isNew = kept === null || !(await areAlike(kept, picture))
  if (isNew) await writeFile(pictureFile(name), picture)
  const now = isNew ? picture : (kept ?? picture)
  const { width, height } = await sharp(now).metadata()
  return { taken: { width, height, version: hashOf(now), shows }, isNew }
}

/** In the order of names, so that a change is one line. */
export const writeDown = (taken: Record<string, Taken>) => {
  const sorted = Object.fromEntries(Object.entries(taken).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return writeFile(join(picturesFolder, 'taken.json'), `${JSON.stringify(sorted, null, 2)}\n`)
}

/** What is to be heard, in any order: partners stand in that of their ids, which is another one each time. */
async function outlineOf(page: Page): Promise<string> {
  const outline = await page.locator('body').ariaSnapshot()
  return outline
    .replaceAll(/^ *- \/url: .*\n/gm, '')
    .split(/[^\p{L}\p{N}]+/u)
    .toSorted()
    .join(' ')
}

/** As good as fits. */
async function small(png: Buffer): Promise<Buffer> {
  for (const quality of [80, 65, 50, 35, 20]) {
    const picture = await sharp(png).webp({ quality, effort: 6 }).toBuffer()
    if (picture.length <= heaviest) return picture
  }
  return sharp(png).webp({ quality: 10, effort: 6 }).toBuffer()
}

async function areAlike(one: Buffer, other: Buffer): Promise<boolean> {
  const [a, b] = await Promise.all(
    [one, other].map((picture) => sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })),
  )
  if (!a || !b || a.info.width !== b.info.width || a.info.height !== b.info.height) return false
  let differing = 0
  for (let at = 0; at < a.data.length; at += 3) {
    const isSeen = [0, 1, 2].some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)) > seen)
    if (isSeen) differing += 1
  }
  return differing <= (a.data.length / 3) * tolerance
}
