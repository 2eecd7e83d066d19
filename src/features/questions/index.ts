/** Questions: what a round asks its applicants beyond what every round asks. */

export { addQuestion, supplyQuestions, type Wish } from './actions/questions.ts'
export { QuestionFields } from './pages/fields.tsx'
export { optionLabel, questionLabel, tellAnswer } from './pages/telling.ts'
export { questionsPath, surveyPath } from './paths.ts'
export { isAnswered, keepQuestions, questionsOf } from './queries.ts'
export {
  answerRows,
  answersIn,
  fieldNames,
  fieldOf,
  type GivenAnswer,
  givenIn,
  type InEach,
  isChosen,
  type LineageAnswer,
  listNames,
  type OwnAnswer,
  problemsIn,
  type Question,
  type Sheet,
  saidIn,
  typedFrom,
} from './question.ts'
export { words as questionWords } from './words.ts'
