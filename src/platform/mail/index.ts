/** Mail: an outbox in the database, and the loop that empties it. */
export {
  type CampaignProgress,
  campaignProgress,
  joinCampaign,
  newestCampaigns,
  openCampaign,
  progressOfCampaigns,
  resumeCampaign,
  stopCampaign,
} from './campaigns.ts'
export { oldestDue } from './due.ts'
export { endHold, holdMail, isHeld, mailHold } from './hold.ts'
export { type DeadAddress, deadAddress } from './inbound/health.ts'
export { NoMailbox, withMailbox } from './inbound/mailbox.ts'
export { largestMessage } from './inbound/message.ts'
export { mailboxState, readMailbox } from './inbound/reading.ts'
export { receive } from './inbound/receive.ts'
export { returnAddress, returnToken } from './inbound/return-address.ts'
export { addressWorks } from './inbound/returns.ts'
export { emptyMailsNaming, emptyOutbox } from './keeping.ts'
export { laidOut } from './laid-out.ts'
export { hasLeft, leaveList, listsOf, rejoinList } from './lists.ts'
export { fromOf, mimeOf } from './mime.ts'
export { drainOutbox, runOutbox } from './outbox/index.ts'
export { type Email, readdressMails, recallMails, sendAllOnce, sendOnce } from './queue.ts'
export { addressOf } from './sender.ts'
export { type MailState, mailStates } from './states.ts'
export { addressHash, suppress, unsuppress } from './suppression.ts'
export { callRelay } from './transports/index.ts'
export { readUnsubscribeToken, unsubscribeLink, unsubscribeToken } from './unsubscribe.ts'
