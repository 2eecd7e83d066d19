import { catalogue } from '../../platform/words.ts'
import { applicationWords, type Sector } from '../applications/index.ts'
import labAr from './words/lab.ar.json' with { type: 'json' }
import labEn from './words/lab.en.json' with { type: 'json' }
import labEs from './words/lab.es.json' with { type: 'json' }
import pricesAr from './words/prices.ar.json' with { type: 'json' }
import pricesEn from './words/prices.en.json' with { type: 'json' }
import pricesEs from './words/prices.es.json' with { type: 'json' }
import shapeAr from './words/shape.ar.json' with { type: 'json' }
import shapeEn from './words/shape.en.json' with { type: 'json' }
import shapeEs from './words/shape.es.json' with { type: 'json' }
import ar from './words.ar.json' with { type: 'json' }
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }

/** Also what pairings say: an introduction gives the same reasons as the desk. */
export const wordFiles = {
  en: { ...en, ...labEn, ...pricesEn, ...shapeEn },
  es: { ...es, ...labEs, ...pricesEs, ...shapeEs },
  ar: { ...ar, ...labAr, ...pricesAr, ...shapeAr },
}
export const words = catalogue(wordFiles)
export type ScenarioWords = ReturnType<typeof words>

/** Name of an area of interest; what somebody wrote in their own words stays as it is. */
export function interestName(locale: string, code: string): string {
  const key = `interest.${code}`
  return applicationWords.knows(key) ? applicationWords(locale)(key) : code
}

export const sectorName = (locale: string, sector: Sector) => applicationWords(locale)(`sector.${sector}`)
