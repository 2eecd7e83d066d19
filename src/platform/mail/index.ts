/** Mail: an outbox in the database, and the loop that empties it. */
export {
  type CampaignProgress,
  campaignProgress,
  openCampaign,
  resumeCampaign,
  stopCampaign,
} from './campaigns.ts'
export { type Email, sendAllOnce, sendOnce } from './queue.ts'
