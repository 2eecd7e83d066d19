import { catalogue } from '../../platform/words.ts'
import { applicationWords, type Sector } from '../applications/index.ts'
import { ar, en, es } from './words/index.ts'

/** Also what pairings say: an introduction gives the same reasons as the desk. */
export const wordFiles = { en, es, ar }
export const words = catalogue(wordFiles)
export type ScenarioWords = ReturnType<typeof words>

/** Name of an area of interest; what somebody wrote in their own words stays as it is. */
export function interestName(locale: string, code: string): string {
  const key = `interest.${code}`
  return applicationWords.knows(key) ? applicationWords(locale)(key) : code
}

export const sectorName = (locale: string, sector: Sector) => applicationWords(locale)(`sector.${sector}`)
