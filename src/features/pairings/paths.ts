export const roundPath = (code: string) => `/office/rounds/${code}`

/** The proposal of a round: its pairs. */
export const matchingPath = (code: string) => `/office/rounds/${code}/matching`
export const runPath = (code: string) => `${matchingPath(code)}/run`
export const runProgressPath = (code: string) => `${matchingPath(code)}/progress`
export const reservePath = (code: string) => `${matchingPath(code)}/reserve`
export const rulesPath = (code: string) => `${matchingPath(code)}/rules`
export const liftRulePath = (code: string) => `${rulesPath(code)}/lift`
export const trioPath = (code: string) => `${reservePath(code)}/trio`
export const exportPath = (code: string) => `${matchingPath(code)}/pairings.csv`

/** One proposed pair on facing pages. @param id of the pair in its scenario */
export const pairPath = (code: string, id: string) => `${matchingPath(code)}/pairs/${id}`
/** Whom someone could have as a partner instead, and at what cost. @param id of the application */
export const alternativesPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}`
/** The mail someone will get, as they will get it. @param id of the application */
export const previewPath = (code: string, id: string) => `${matchingPath(code)}/people/${id}/mail`

/** The same mail, laid out as a mail programme would show it. */
export const previewHtmlPath = (code: string, id: string) => `${previewPath(code, id)}.html`

export const releasePath = (code: string) => `/office/rounds/${code}/release`
export const releaseProgressPath = (code: string) => `${releasePath(code)}/progress`

/** The mails of a campaign on the mail desk. */
export const campaignMailsPath = (campaignId: string) => `/office/mail?campaign=${campaignId}#mails`

/** A participant's own page about their partner. */
export const partnerPath = '/me/partner'
export const notePath = `${partnerPath}/pass-on`
