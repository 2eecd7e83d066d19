import { officeRoundPath } from '../rounds/index.ts'

export const hoursPath = (code: string) => `${officeRoundPath(code)}/hours`
