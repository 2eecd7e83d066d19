import { catalogue } from '../../platform/words.ts'
import { ar, en, es } from './words/index.ts'

export const words = catalogue({ en, es, ar })
export type TopicWords = ReturnType<typeof words>
