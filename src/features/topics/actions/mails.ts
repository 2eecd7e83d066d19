import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { openCampaign, sendAllOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { inCharge } from '../../people/index.ts'
import { stateOf } from '../../posts/index.ts'
import { type Round, roundById } from '../../rounds/index.ts'
import { missedEmail, topicEmail } from '../emails.ts'
import { existingTopic, lockTopic, recipientsOf } from '../queries/topics.ts'
import { isLate, isMissed, type Topic } from '../topic.ts'

/**
 * Queues the mails of a topic whose time has come: once for all time, and only while it is news. Anyone who has
 * withdrawn it meanwhile, or published it by hand, was first. That it comes late is noted in the journal.
 */
export async function mailTopicInTime(app: App, tx: Tx, roundId: string, number: number): Promise<void> {
  const topic = await lockTopic(tx, roundId, number)
  const isDue = stateOf(topic, app.now()) === 'published' && topic.campaignId === null
  if (!isDue || isMissed(topic, app.now())) return
  const round = await roundById(tx, roundId)
  const mails = await mailTopic(app, tx, topic, round)
  if (!isLate(topic, app.now())) return
  const at = topic.publishAt
  await note(tx, app.now(), null, 'topic.mailed-late', topic.id, { code: round.code, number, at, mails })
}

/** Queues one mail for every participant there is at this moment. @returns how many */
export async function mailTopic(app: App, tx: Tx, topic: Topic, round: Round): Promise<number> {
  const campaign = { key: `topic:${topic.id}`, kind: 'topic', roundId: round.id, createdBy: null }
  const campaignId = await openCampaign(app, tx, campaign)
  await tx.updateTable('topic').set({ campaignId }).where('id', '=', topic.id).execute()
  const recipients = await recipientsOf(tx, round.id)
  const occasion = { round, network: await networkIn(app, tx) }
  const mails = recipients.map((to) => ({
    key: `topic:${topic.id}:${to.personId}`,
    email: { ...topicEmail(app, topic, occasion, to), campaignId },
  }))
  return sendAllOnce(app, tx, mails)
}

/** Tells the editors, once each, that a topic came out and nobody was written to. */
export async function reportMissedTopic(app: App, roundId: string, number: number): Promise<void> {
  const round = await roundById(app.db, roundId)
  const topic = await existingTopic(app.db, roundId, number)
  const { people } = await inCharge(app.db, 'editor', app.now())
  const occasion = { round, network: await networkIn(app) }
  const mails = people.map((to) => ({
    key: `topic-missed:${topic.id}:${to.id}`,
    email: missedEmail(topic, occasion, to),
  }))
  await sendAllOnce(app, app.db, mails)
}
