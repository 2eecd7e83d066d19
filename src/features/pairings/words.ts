import type { Formats } from '../../platform/formats.ts'
import { catalogue } from '../../platform/words.ts'
import { scenarioWordFiles } from '../scenarios/index.ts'
import againAr from './words/again.ar.json' with { type: 'json' }
import againEn from './words/again.en.json' with { type: 'json' }
import againEs from './words/again.es.json' with { type: 'json' }
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

export const words = catalogue({
  en: { ...scenarioWordFiles.en, ...en, ...againEn },
  es: { ...scenarioWordFiles.es, ...es, ...againEs },
  ar: { ...scenarioWordFiles.ar, ...ar, ...againAr },
})
export type PairingWords = ReturnType<typeof words>

/** Everything that is needed to say something to someone. */
export type Voice = { t: PairingWords; f: Formats; locale: string }
