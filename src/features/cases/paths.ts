import { withQuery } from '../../platform/paths.ts'
import { mePath } from '../people/index.ts'
import { officeRoundPath } from '../rounds/index.ts'
import type { LetterName } from './letter.ts'

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
/** Where many pairings are ended at once. @param round code of a round; all rounds without one */
export const togetherPath = (round?: string) => withQuery(`${casesPath}/together`, { round })
/** Where a coordinator opens a case of their own accord. @param id of the application of whom it is about */
export const openCasePath = (code: string, id: string) =>
  `${officeRoundPath(code)}/weeks/people/${id}/open-case`
/** An email that is ready. @param id of the application of whoever gets it */
export const writePath = (number: number, name: LetterName, id: string) =>
  `${casePath(number)}/write/${name}/${id}`
export const sendPath = (number: number, name: LetterName, id: string) =>
  `${writePath(number, name, id)}/send`
/** How many days each step has: of the network, or of one round. */
export const ladderPath = (code?: string) =>
  code ? `${officeRoundPath(code)}/ladder` : `${casesPath}/ladder`
export const resetLadderPath = (code: string) => `${ladderPath(code)}/reset`
/** Where somebody in a pairing reports under the code of conduct. */
export const reportPath = `${mePath}/report`
export const sendReportPath = `${reportPath}/send`
