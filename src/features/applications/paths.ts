import { withQuery } from '../../platform/paths.ts'
import { officeRoundPath } from '../rounds/index.ts'

export const applicationsPath = (code: string) => `${officeRoundPath(code)}/applications`
export const applicationPath = (code: string, id: string) => `${applicationsPath(code)}/${id}`
/** Answers to the questions of the round, as a table. */
export const answersPath = (code: string) => `${applicationsPath(code)}/answers/download`
export const mendPath = (code: string, id: string) => `${applicationPath(code, id)}/mend`
export const settleCorrectionPath = (code: string, id: string) => `${applicationPath(code, id)}/correct`
export const askPath = (code: string, id: string) => `${applicationPath(code, id)}/ask`
export const stopWaitingPath = (code: string, id: string) => `${applicationPath(code, id)}/stop-waiting`
export const dropPath = (code: string, id: string) => `${applicationPath(code, id)}/drop`

/** Whom emails do not reach. */
export const unreachablePath = (code: string) => `${applicationsPath(code)}/unreachable`

export const importPath = (code: string) => `${applicationsPath(code)}/import`
export const uploadPath = (code: string, id: string) => `${importPath(code)}/${id}`
export const importUploadPath = (code: string, id: string) => `${uploadPath(code, id)}/import`
/** @param unreadable which page of the rows that could not be read, from 1 */
export const importReportPath = (code: string, id: string, unreadable = 1) =>
  unreadable > 1
    ? `${importPath(code)}/files/${id}?unreadable=${unreadable}#unreadable`
    : `${importPath(code)}/files/${id}`

export const admitRowPath = (code: string, id: string, page: number) =>
  `${importReportPath(code, id)}/admit${page > 1 ? `?unreadable=${page}` : ''}`

export const cleanPath = (code: string) => `${applicationsPath(code)}/clean`
export const problemsPath = (code: string, kind: string, more: { page?: number; asked?: number } = {}) =>
  withQuery(`${cleanPath(code)}/problems`, { kind, ...more })
export const obviousPath = (code: string) => `${cleanPath(code)}/obvious`
export const acceptObviousPath = (code: string) => `${obviousPath(code)}/accept`
export const duplicatesPath = (code: string) => `${cleanPath(code)}/duplicates`
export const settleDuplicatePath = (code: string) => `${duplicatesPath(code)}/settle`
export const sectorsPath = (code: string) => `${cleanPath(code)}/sectors`
export const mapSectorsPath = (code: string) => `${sectorsPath(code)}/map`
export const logPath = (code: string) => `${cleanPath(code)}/log`
/** All that was done in one batch. */
export const batchPath = (code: string, id: string, page?: number) =>
  withQuery(`${logPath(code)}/${id}`, { page })
export const undoPath = (code: string) => `${logPath(code)}/undo`

export const capPath = (code: string) => `${officeRoundPath(code)}/cap`
export const applyCapPath = (code: string) => `${capPath(code)}/apply`
