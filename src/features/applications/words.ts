import { catalogue } from '../../platform/words.ts'
import { ar, en, es } from './words/index.ts'

/** What the pages and mails of applications say. */
export const words = catalogue({ en, es, ar })
