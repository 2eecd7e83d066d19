import type { ScorerName } from '../score/scorers/index.ts'
import { usualQuestions } from '../score/weights.ts'
import type { Settings } from './settings.ts'
import { defaultSettings } from './settings.ts'

/**
 * The settings of a scenario one by one, each under the name that its field in the form and its words have.
 * Shares are percent; hours may be halves.
 */
export type Choices = {
  scorer: ScorerName
  wishesShare: number
  interests: number
  sector: number
  stage: number
  hours: number
  languages: number
  region: number
  experience: number
  questions: number
  lessSatisfiedShare: number
  enoughHours: number
  worstFirst: boolean
  mostHoursApart: number | null
  commonLanguages: 1 | 2
  oddOneOut: 'trio' | 'reserve'
  keepsPins: boolean
  keepBonus: number
}

export function choicesOf({ weights, ...rest }: Settings): Choices {
  const { wishesShare, lessSatisfiedShare, enoughMinutes, wishes, circumstances } = weights
  const { questions = usualQuestions } = weights
  const shares = { wishesShare, lessSatisfiedShare, enoughHours: Math.round(enoughMinutes / 30) / 2 }
  return { ...rest, ...shares, ...wishes, ...circumstances, questions }
}

export function settingsOf(choices: Choices): Settings {
  const { wishesShare, lessSatisfiedShare, enoughHours, interests, sector, stage, ...more } = choices
  const { hours, languages, region, experience, questions, ...rest } = more
  return {
    ...rest,
    weights: {
      wishesShare,
      lessSatisfiedShare,
      enoughMinutes: enoughHours * 60,
      wishes: { interests, sector, stage },
      circumstances: { hours, languages, region, experience },
      // Runs of before had no such weight, and are compared with those of now.
      ...(questions === usualQuestions ? {} : { questions }),
    },
  }
}

/** Names of the choices that are not the usual ones, in the order of the form. */
export function unusual(settings: Settings): (keyof Choices)[] {
  const [own, usual] = [choicesOf(settings), choicesOf(defaultSettings)]
  return choiceNames.filter((name) => own[name] !== usual[name])
}

export const choiceNames = [
  'scorer',
  'wishesShare',
  'interests',
  'sector',
  'stage',
  'hours',
  'languages',
  'region',
  'experience',
  'questions',
  'lessSatisfiedShare',
  'enoughHours',
  'worstFirst',
  'mostHoursApart',
  'commonLanguages',
  'oddOneOut',
  'keepsPins',
  'keepBonus',
] as const satisfies readonly (keyof Choices)[]
