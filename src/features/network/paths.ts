export const networkPath = '/office/network'
/** Where the one who began the network goes on. */
export const startPath = '/office/network/start'
/** Where a network without a director begins. @param secret as `serve` prints it */
export const beginPath = (secret: string) => `/begin/${secret}`
export const namesPath = '/office/network/names'
export const lookPath = '/office/network/look'
export const languagesPath = '/office/network/languages'
export const writingPath = '/office/network/email'
export const testEmailPath = '/office/network/email/test'
export const citingPath = '/office/network/citing'
export const machinesPath = '/office/network/machines'
export const elsewherePath = '/office/network/elsewhere'
