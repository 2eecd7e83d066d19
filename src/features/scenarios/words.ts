import { catalogue } from '../../platform/words.ts'
import { applicationWords, type Sector } from '../applications/index.ts'
import { type Arguments, type English, files } from './words/index.ts'

export const words = catalogue<English, Arguments>(files)
export type ScenarioWords = ReturnType<typeof words>

/** Name of an area of interest; what someone wrote in their own words stays as it is. */
export const interestName = (locale: string, code: string): string =>
  applicationWords.find(locale, `interest.${code}`) ?? code

export const sectorName = (locale: string, sector: Sector) => applicationWords(locale)(`sector.${sector}`)
