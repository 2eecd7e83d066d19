import { chapters } from '../../../platform/own-tables.ts'
import type { Kept } from '../../people/index.ts'
import { words } from '../words.ts'
import type { Spans } from './spans.ts'

/** What the network keeps of people, what for and how long, chapter by chapter. */
export function keptIn(locale: string, spans: Spans): Kept[] {
  const t = words(locale)
  return chapters.map((chapter) => ({
    about: t(`chapter.${chapter}`),
    what: t(`chapter.${chapter}.what`),
    long: t(`chapter.${chapter}.long`, spans),
  }))
}
