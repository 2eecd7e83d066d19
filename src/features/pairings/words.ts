import type { Formats } from '../../platform/formats.ts'
import { catalogue } from '../../platform/words.ts'
import { scenarioWordFiles } from '../scenarios/index.ts'
import rematchAr from './words/rematch.ar.json' with { type: 'json' }
import rematchEn from './words/rematch.en.json' with { type: 'json' }
import rematchEs from './words/rematch.es.json' with { type: 'json' }
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

export const words = catalogue({
  en: { ...scenarioWordFiles.en, ...en, ...rematchEn },
  es: { ...scenarioWordFiles.es, ...es, ...rematchEs },
  ar: { ...scenarioWordFiles.ar, ...ar, ...rematchAr },
})
export type PairingWords = ReturnType<typeof words>

/** Everything that is needed to say something to someone. */
export type Voice = { t: PairingWords; f: Formats; locale: string }
