import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../platform/root.ts'
import type { Question } from '../../questions/index.ts'
import type { SurveySheet } from '../survey.ts'

/** The questions that come with Twinleaf. Each keeps its lineage, so that rounds can be compared that began with them. */
export function suppliedQuestions(sheet: SurveySheet): Question[] {
  const file = join(root, 'src/features/surveys/supplied', `${sheet}.json`)
  const questions = JSON.parse(readFileSync(file, 'utf8')) as Omit<
    Question,
    'isShown' | 'prefers' | 'weight'
  >[]
  return questions.map((one) => ({ ...one, isShown: false, prefers: null, weight: 15 }))
}
