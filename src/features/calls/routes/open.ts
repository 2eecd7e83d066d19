import type { Context } from 'hono'
import type { Env } from '../../people/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Begun, begunBy } from '../queries/answers.ts'
import { isDenied } from '../queries/drafts.ts'
import { type BlankForm, blankForm } from '../queries/form.ts'
import { sentDraft } from '../queries/sent.ts'
import { zoneIn } from '../schema.ts'
import { holderOf } from './device.ts'

/** What the pages of a form are made of. */
export type Opened = Begun & {
  round: Round
  /** In which times are said: of the reader's account, else as they typed it, else the round's. */
  zone: string
  /** The application that was sent by this form or another way, as its sender may know of it. */
  sent: Awaited<ReturnType<typeof sentDraft>>
}

/** @throws NotFound `no-such-round`, also for one that is not announced */
export const formOf = (c: Context<Env>): Promise<BlankForm> =>
  blankForm(c.var.app.db, { code: c.req.param('code') ?? '', version: c.var.publicVersions.whole })

/** @throws NotFound `no-such-round` */
export const openForm = async (c: Context<Env>): Promise<Opened> => openFormOf(c, await formOf(c))

export async function openFormOf(c: Context<Env>, { round, questions }: BlankForm): Promise<Opened> {
  const { app, actor } = c.var
  const begun = await begunBy(app.db, round, holderOf(c), { now: app.now(), questions })
  const zone = actor.id === null ? (zoneIn(begun.values) ?? round.zone) : actor.zone
  return { ...begun, round, zone, sent: await sentDraft(app.db, begun) }
}

/** What this browser sent was said not to be that of the one whose address it bears. Who is signed in has a form of their own. */
export const wasDenied = (c: Context<Env>, { draft }: Pick<Opened, 'draft'>) =>
  c.var.actor.id === null && draft !== null && isDenied(draft)
