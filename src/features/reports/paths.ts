/** What the network has done, for everyone. */
export const impactPath = '/impact'
/** Its numbers, to be used by others. */
export const roundsFilePath = `${impactPath}/rounds.csv`
export const countriesFilePath = `${impactPath}/countries.csv`
export const packagePath = `${impactPath}/datapackage.json`
