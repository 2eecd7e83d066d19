import { withQuery } from '../../platform/paths.ts'
import { mePath } from '../people/index.ts'
import { surveyPath } from '../questions/index.ts'
import { officeRoundPath } from '../rounds/index.ts'
import type { Grouping } from './figures.ts'
import type { SurveySheet } from './survey.ts'

export { surveyPath }

/** A survey, for whoever has its email. @param token as of `tokenFor` */
export const emailedSurveyPath = (token: string) => `/survey/${token}`

/** The same for whom it asks, signed in. @param id of the response */
export const ownSurveyPath = (id: string) => `${mePath}/survey/${id}`

/** One page of it, from 1. @param base one of the two above */
export const surveyPagePath = (base: string, page: number) => `${base}/${page}`
export const saveSurveyPath = (base: string, page: number) => `${surveyPagePath(base, page)}/save`

/** The last step, from which it is sent. */
export const lastStepPath = (base: string) => `${base}/last`
export const finishSurveyPath = (base: string) => `${base}/finish`
export const takeBackQuotesPath = (base: string) => `${base}/take-back-quotes`

/** The surveys of a round in the office. */
export const surveysPath = (code: string) => `${officeRoundPath(code)}/surveys`
export const supplyPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/supply`
export const surveyDaysPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/days`
export const releaseSurveyPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/release`
export const recallSurveyPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/recall`
export const closeSurveyPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/close`

/** What came of it, in all or by one grouping. */
export const figuresPath = (code: string, sheet: SurveySheet, by?: Grouping) =>
  withQuery(`${surveyPath(code, sheet)}/figures`, { by })
export const exportFiguresPath = (code: string, sheet: SurveySheet) => `${surveyPath(code, sheet)}/export`

/** What people wrote. */
export const textsPath = (code: string, sheet: SurveySheet, page?: number) =>
  withQuery(`${surveyPath(code, sheet)}/texts`, { page })
