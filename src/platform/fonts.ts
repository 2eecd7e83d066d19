import { join } from 'node:path'
import { root } from './root.ts'

/** The fonts that come along, for pictures and files: Latin, Cyrillic, Greek and Arabic, plain and bold. */
export const shippedFonts: readonly string[] = [
  'fonts-latin/fonts/NotoSans-Regular.ttf',
  'fonts-latin/fonts/NotoSans-Bold.ttf',
  'fonts-arabic/fonts/NotoNaskhArabic-Regular.ttf',
  'fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf',
].map((file) => join(root, 'node_modules/@embedpdf', file))
