export const officePath = '/office'
