/** Surveys: what a round asks its participants in its middle and at its end, and what is told of the answers. */
export { groupName } from './pages/naming.ts'
export { surveysPath } from './paths.ts'
export { experience, type ToldQuestion, toldSurvey } from './queries/counts.ts'
export { hasFinishedEnd, openEndSurvey } from './queries/end.ts'
export { surveysOf } from './queries/surveys.ts'
export { consentedQuotes } from './queries/texts.ts'
