import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../platform/root.ts'
import type { Locale } from '../../platform/words.ts'
import type { Chapter } from './chapters.ts'

/** What is known of a picture: its size in pixels, its content, and what the page showed when it was taken. */
export type Taken = { width: number; height: number; version: string; shows: string }

/** They are taken by a journey, so that they are never older than the pages. */
export const picturesFolder = join(root, 'docs/handbook/pictures')
export const pictureFile = (name: string): string => join(picturesFolder, `${name}.webp`)
export const pictureName = (chapter: Chapter, locale: Locale): string => `${chapter}.${locale}`

/** By the name of the picture. */
export const takenPictures = (): Record<string, Taken> =>
  JSON.parse(readFileSync(join(picturesFolder, 'taken.json'), 'utf8'))
