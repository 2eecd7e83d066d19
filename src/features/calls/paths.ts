import { roundPath } from '../rounds/index.ts'

export const applyPath = (code: string) => `${roundPath(code)}/apply`
