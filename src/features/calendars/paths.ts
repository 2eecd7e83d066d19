import { mePath } from '../people/index.ts'

/** Where somebody finds the address of their calendar. */
export const ownCalendarPath = `${mePath}/calendar`
export const renewCalendarPath = `${ownCalendarPath}/renew`
/** What calendar programs ask for. @param token of `feed-token` */
export const feedPath = (token: string) => `/calendar/${token}.ics`
