export const officePath = '/office'
export const searchPath = `${officePath}/search`
