import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import { type Env, visitor } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { type Begun, begunBy } from '../queries/answers.ts'
import { sentDraft } from '../queries/sent.ts'
import { zoneIn } from '../schema.ts'
import { askerOf } from './device.ts'

/** What the pages of a form are made of. */
export type Opened = Begun & {
  round: Round
  /** In which times are said: of the reader's account, else as they typed it, else the round's. */
  zone: string
  /** The application that was sent by this form or another way, as its sender may know of it. */
  sent: Awaited<ReturnType<typeof sentDraft>>
}

/** @throws NotFound `no-such-round`, also for one that is not announced */
export const roundOf = (c: Context<Env>): Promise<Round> =>
  roundByCode(c.var.app.db, visitor('en'), c.req.param('code') ?? '')

/** @throws NotFound `no-such-round` */
export const openForm = async (c: Context<Env>): Promise<Opened> => openFormOf(c, await roundOf(c))

export async function openFormOf(c: Context<Env>, round: Round): Promise<Opened> {
  const { app, actor } = c.var
  const begun = await begunBy(app.db, round, askerOf(c), dayIn(app.now()))
  const zone = actor.id === null ? (zoneIn(begun.values) ?? round.zone) : actor.zone
  return { ...begun, round, zone, sent: await sentDraft(app.db, begun) }
}
