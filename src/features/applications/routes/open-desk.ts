import type { Context } from 'hono'
import { allow } from '../../../platform/refusals.ts'
import type { Env } from '../../people/index.ts'
import { roundByCode } from '../../rounds/index.ts'
import { mayCleanApplications } from '../policy.ts'
import { batchesOf, settledCount } from '../queries/batches.ts'
import { withChanges } from '../queries/changes.ts'
import { deskFor } from '../queries/desk.ts'

/** The desk of the round in the address, with how much of it is done. */
export async function openDesk(c: Context<Env>) {
  const { app, actor } = c.var
  allow(mayCleanApplications(actor))
  const round = await roundByCode(app.db, actor, c.req.param('code') ?? '')
  const desk = await deskFor(app.db, actor, round.id)
  const batches = await batchesOf(app.db, round.id)
  const latest = batches.find(({ undoneAt }) => undoneAt === null)
  return {
    frame: c.var.frame,
    round,
    desk,
    batches,
    latest: (await withChanges(app.db, latest ? [latest] : [], 2))[0],
    settled: await settledCount(app.db, round.id),
  }
}
