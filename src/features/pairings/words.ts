import { catalogue } from '../../platform/words.ts'
import { applicationWords, type Sector } from '../applications/index.ts'
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

export const words = catalogue({ en, es, ar })
export type PairingWords = ReturnType<typeof words>

/** Name of an area of interest; what somebody wrote in their own words stays as it is. */
export function interestName(locale: string, code: string): string {
  const key = `interest.${code}`
  return applicationWords.knows(key) ? applicationWords(locale)(key) : code
}

export const sectorName = (locale: string, sector: Sector) => applicationWords(locale)(`sector.${sector}`)
