/** Questions: what a round asks its applicants beyond what every round asks. */

export { addQuestion, type Wish } from './actions.ts'
export { QuestionFields } from './pages/fields.tsx'
export { questionLabel, tellAnswer } from './pages/telling.ts'
export { questionsPath } from './paths.ts'
export { keepQuestions, questionsOf } from './queries.ts'
export {
  answersIn,
  fieldNames,
  fieldOf,
  type GivenAnswer,
  givenIn,
  type InEach,
  type LineageAnswer,
  listNames,
  type OwnAnswer,
  problemsIn,
  type Question,
  saidIn,
  typedFrom,
} from './question.ts'
export { words as questionWords } from './words.ts'
