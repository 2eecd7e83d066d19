export const subscribePath = '/subscribe'
export const askedPath = `${subscribePath}/asked`
/** The link that was emailed. */
export const confirmPath = (secret: string) => `${subscribePath}/confirm/${secret}`

/** The page of one's own subscriptions, by the key that each email of a list holds. */
export const subscriptionsPath = (token: string) => `/subscriptions/${token}`
export const subscriptionActPath = (token: string, act: 'change' | 'pause' | 'resume' | 'leave') =>
  `${subscriptionsPath(token)}/${act}`
export const leaveOtherPath = (token: string, list: string) =>
  `${subscriptionsPath(token)}/lists/${list}/leave`

/** Past issues, for everyone. */
export const archivePath = '/newsletter'
export const sitemapPath = `${archivePath}/sitemap.xml`
export const issuePagePath = (number: number, locale?: string) =>
  `${archivePath}/${number}${locale === undefined ? '' : `/${locale}`}`

export const issuesPath = '/office/newsletters'
export const beginIssuePath = `${issuesPath}/begin`
export const issuePath = (id: string) => `${issuesPath}/${id}`
export const issueTextPath = (id: string, locale: string) => `${issuePath(id)}/texts/${locale}`
export const dropTextPath = (id: string, locale: string) => `${issueTextPath(id, locale)}/drop`
export const issuePreviewPath = (id: string, locale: string) => `${issuePath(id)}/preview/${locale}`
export const issueDrawnPath = (id: string, locale: string) => `${issuePreviewPath(id, locale)}/drawn`
export const issueTestPath = (id: string, locale: string) => `${issuePreviewPath(id, locale)}/test`
export const sendIssuePath = (id: string) => `${issuePath(id)}/send`
export const issueActPath = (
  id: string,
  act: 'audience' | 'add' | 'move' | 'call-back' | 'stop' | 'resume' | 'drop',
) => `${issuePath(id)}/${act}`
