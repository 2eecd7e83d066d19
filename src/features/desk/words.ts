import { catalogue } from '../../platform/words.ts'
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

export const words = catalogue({ en, es, ar })
export type DeskWords = ReturnType<typeof words>
