import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import { catalogue } from './words.ts'

/** Words that every page needs: the frame, errors beside fields, refusals. */
export const platformWords = catalogue({ en, es, ar })
export type PlatformWord = keyof typeof en
