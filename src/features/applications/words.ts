import { catalogue } from '../../platform/words.ts'
import { type Arguments, type English, files } from './words/index.ts'

/** What the pages and mails of applications say. */
export const words = catalogue<English, Arguments>(files, 'applications')
