/** Addresses by which other servers know what is ours: none of them ever changes. */
export const channelPath = (handle: string) => `/fediverse/channels/${handle}`
export const inboxPath = (handle: string) => `${channelPath(handle)}/inbox`
export const outboxPath = (handle: string) => `${channelPath(handle)}/outbox`
export const followersPath = (handle: string) => `${channelPath(handle)}/followers`
export const sharedInboxPath = '/fediverse/inbox'
export const notePath = (postId: string) => `/fediverse/posts/${postId}`
export const answerPath = (commentId: string) => `/fediverse/comments/${commentId}`
export const nodeInfoPath = '/fediverse/nodeinfo/2.1'

export const fediversePath = '/office/fediverse'
export const turnOnPath = `${fediversePath}/turn-on`
export const turnOffPath = `${fediversePath}/turn-off`
export const newChannelPath = `${fediversePath}/channels/new`
export const addChannelPath = `${fediversePath}/channels/add`
export const knownAsPath = `${fediversePath}/known-as`
export const movePath = `${fediversePath}/move`
export const blockedPath = `${fediversePath}/blocked`
export const blockPath = `${blockedPath}/block`
export const unblockPath = `${blockedPath}/unblock`
export const settlePath = (id: string) => `${fediversePath}/reports/${id}/settle`

/** The sign of the network as a picture of points: accounts elsewhere show no drawings. @param colour `#rrggbb` */
export const picturePath = (sign: string, colour: string) =>
  `/fediverse/picture/${sign}-${colour.slice(1)}.png`
