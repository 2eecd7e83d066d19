import { withQuery } from '../../platform/paths.ts'
import { mePath } from '../people/index.ts'
import { officeRoundPath } from '../rounds/index.ts'
import type { Answer, Standing } from './checkin.ts'
import type { Grouping } from './grouping.ts'

/** A check-in, for whoever has its email. @param token as of `checkInToken` */
export const emailedPath = (token: string) => `/check-in/${token}`
/** The same for whom it asks, signed in. */
export const ownCheckInPath = (id: string) => `${mePath}/check-in/${id}`
/** One answer to it, which asks once more. @param base one of the two above */
export const answerPath = (base: string, answer: Answer) => `${base}/${answer}`
export const sendAnswerPath = (base: string) => `${base}/answer`

/** Where somebody says that they will be away. */
export const absencePath = `${mePath}/absence`
export const announcePath = `${absencePath}/announce`
export const endAbsencePath = (id: string) => `${absencePath}/${id}/end`

/** How the pairs of a round get on. */
export const weeksPath = (code: string) => `${officeRoundPath(code)}/weeks`
/** Those of a group alone, where one is named. */
export type Only = { by: Grouping; of: string }
export const standingPath = (
  code: string,
  standing: Standing | 'contradict',
  query: { page?: number } & Partial<Only> = {},
) => withQuery(`${weeksPath(code)}/${standing}`, query)
/** The same, told apart. */
export const weeksByPath = (code: string, by: Grouping | 'day') => `${weeksPath(code)}/by/${by}`
export const exportWeeksPath = (code: string) => `${weeksPath(code)}/export`
export const planPath = (code: string) => `${weeksPath(code)}/plan`
/** One of a pair. @param id of the application */
export const memberPath = (code: string, id: string) => `${weeksPath(code)}/people/${id}`
