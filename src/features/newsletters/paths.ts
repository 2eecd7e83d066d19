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
