import { catalogue } from '../../platform/words.ts'
import { type Arguments, ar, en, es } from './words/index.ts'

export const words = catalogue<typeof en, Arguments>({ en, es, ar }, 'outlets')
