import { officeRoundPath } from '../rounds/index.ts'

/** What the network has done, for everyone. */
export const impactPath = '/impact'
/** Its numbers, to be used by others. */
export const roundsFilePath = `${impactPath}/rounds.csv`
export const countriesFilePath = `${impactPath}/countries.csv`
export const packagePath = `${impactPath}/datapackage.json`

/** What a round tells those who fund the network, in the office; the same as a file to print, and as data. */
export const reportPath = (code: string) => `${officeRoundPath(code)}/report`
export const reportFilePath = (code: string) => `${reportPath(code)}/report.pdf`
export const reportDataPath = (code: string) => `${reportPath(code)}/report.csv`
export const reportPackagePath = (code: string) => `${reportPath(code)}/datapackage.json`
