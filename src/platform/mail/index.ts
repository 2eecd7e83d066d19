/** Mail: an outbox in the database, and the loop that empties it. */
export {
  type CampaignProgress,
  campaignProgress,
  newestCampaigns,
  openCampaign,
  resumeCampaign,
  stopCampaign,
} from './campaigns.ts'
export { hasLeft, leaveList, rejoinList } from './lists.ts'
export { type Letter, mimeOf } from './mime.ts'
export { drainOutbox, type Pace, runOutbox, type Tally } from './outbox/index.ts'
export { type Email, sendAllOnce, sendOnce } from './queue.ts'
export { type MailState, mailStates } from './states.ts'
export { addressHash, suppress, unsuppress } from './suppression.ts'
export { type Leaving, readUnsubscribeToken, unsubscribeLink } from './unsubscribe.ts'
