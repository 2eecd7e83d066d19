import { withQuery } from '../../platform/paths.ts'
import { officeRoundPath } from '../rounds/index.ts'

/** Which cases a list shows. */
export const views = ['open', 'mine', 'nobody', 'due', 'closed'] as const
export type View = (typeof views)[number]

export const casesPath = '/office/cases'
/** A list of cases. @param round code of a round; all rounds without one */
export const queuePath = (view: View, asked: { round?: string; page?: number } = {}) =>
  withQuery(casesPath, { view: view === 'open' ? undefined : view, ...asked })
export const casePath = (number: number) => `${casesPath}/${number}`
export const caseNotePath = (number: number) => `${casePath(number)}/note`
export const assignPath = (number: number) => `${casePath(number)}/assign`
export const takePath = (number: number) => `${casePath(number)}/take`
export const waitPath = (number: number) => `${casePath(number)}/wait`
export const closePath = (number: number) => `${casePath(number)}/close`
export const partCasePath = (number: number) => `${casePath(number)}/part`
/** Where a coordinator opens a case of their own accord. @param id of the application of whom it is about */
export const openCasePath = (code: string, id: string) =>
  `${officeRoundPath(code)}/weeks/people/${id}/open-case`
