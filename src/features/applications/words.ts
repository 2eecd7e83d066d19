import { catalogue } from '../../platform/words.ts'
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

/** What the pages and mails of applications say. */
export const words = catalogue({ en, es, ar })
