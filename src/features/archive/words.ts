import { catalogue } from '../../platform/words.ts'
import { type Arguments, type English, files } from './words/index.ts'

export const words = catalogue<English, Arguments>(files, 'archive')
