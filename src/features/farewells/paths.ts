import { withQuery } from '../../platform/paths.ts'
import { mePath } from '../people/index.ts'
import { officeRoundPath } from '../rounds/index.ts'

/** How someone goes on after a round, for whoever has the email. @param token as of `farewellToken` */
export const emailedPath = (token: string) => `/farewell/${token}`
/** The same for whom it is about, signed in. */
export const ownFarewellPath = (code: string) => `${mePath}/rounds/${code}/farewell`
/** @param base one of the two above */
export const tellMePath = (base: string) => `${base}/tell-me`

/** What is said at the end of a round, and how far it has got. */
export const farewellOfficePath = (code: string, locale?: string) =>
  withQuery(`${officeRoundPath(code)}/farewell`, { language: locale })
/** The list of emails of a farewell. */
export const campaignMailsPath = (campaignId: string) => `/office/mail?campaign=${campaignId}#mails`
