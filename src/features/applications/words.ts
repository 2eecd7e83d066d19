import { catalogue } from '../../platform/words.ts'
import { type Arguments, ar, en, es } from './words/index.ts'

/** What the pages and mails of applications say. */
export const words = catalogue<typeof en, Arguments>({ en, es, ar }, 'applications')
