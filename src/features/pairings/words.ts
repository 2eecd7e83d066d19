import type { Formats } from '../../platform/formats.ts'
import { catalogue } from '../../platform/words.ts'
import { scenarioWordFiles } from '../scenarios/index.ts'
import { ar, en, es } from './words/index.ts'

export const words = catalogue({
  en: { ...scenarioWordFiles.en, ...en },
  es: { ...scenarioWordFiles.es, ...es },
  ar: { ...scenarioWordFiles.ar, ...ar },
})
export type PairingWords = ReturnType<typeof words>

/** Everything that is needed to say something to someone. */
export type Voice = { t: PairingWords; f: Formats; locale: string }
