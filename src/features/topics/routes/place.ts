import type { Context } from 'hono'
import { allow, NotFound } from '../../../platform/refusals.ts'
import { type Actor, type Env, inCharge } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { mayEditTopics, maySeeTopics } from '../policy.ts'
import { existingTopic } from '../queries/topics.ts'
import type { Topic } from '../topic.ts'

/** The round and the number in an address. @throws NotFound `no-such-round`, `no-such-topic` */
export async function placeIn(
  c: Context<Env>,
  may: (actor: Actor) => boolean,
): Promise<{ round: Round; number: number }> {
  const { app, actor } = c.var
  allow(may(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const typed = c.req.param('number') ?? ''
  if (!/^[1-9]\d?$/.test(typed)) throw new NotFound('no-such-topic', { number: typed })
  return { round, number: Number(typed) }
}

export async function topicIn(c: Context<Env>, may = maySeeTopics): Promise<{ round: Round; topic: Topic }> {
  const { round, number } = await placeIn(c, may)
  return { round, topic: await existingTopic(c.var.app.db, round.id, number) }
}

/** Whom someone asks who sees topics and may not change them; null for those who may. */
export const askedBy = (c: Context<Env>) =>
  mayEditTopics(c.var.actor) ? null : inCharge(c.var.app.db, 'editor', c.var.app.now())
