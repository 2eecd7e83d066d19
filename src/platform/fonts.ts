import { join } from 'node:path'
import { root } from './root.ts'

const inPackages = (files: readonly string[]) =>
  files.map((file) => join(root, 'node_modules/@embedpdf', file))

/** The fonts that come along, for pictures and files: Latin, Cyrillic, Greek and Arabic, plain and bold. */
const shippedFonts = inPackages([
  'fonts-latin/fonts/NotoSans-Regular.ttf',
  'fonts-latin/fonts/NotoSans-Bold.ttf',
  'fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
  'fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf',
])

/** Simplified and traditional Chinese, and Kana: seventeen megabytes, so they are read where one of their letters is drawn. */
const chineseFonts = inPackages([
  'fonts-sc/fonts/NotoSansHans-Regular.otf',
  'fonts-sc/fonts/NotoSansHans-Bold.otf',
])

const isChinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** Those that come along and that a text needs, for pictures and files. */
export const fontsFor = (text: string): readonly string[] =>
  isChinese.test(text) ? [...shippedFonts, ...chineseFonts] : shippedFonts
