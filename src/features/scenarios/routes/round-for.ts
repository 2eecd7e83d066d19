import type { Context } from 'hono'
import { allow } from '../../../platform/refusals.ts'
import type { Env } from '../../people/index.ts'
import { type Round, roundByCode } from '../../rounds/index.ts'
import { mayMatch } from '../policy.ts'

/** The round of the address, for anyone who may match; the first step of every handler of its desk. */
export async function roundFor(c: Context<Env>): Promise<Round> {
  const { app, actor } = c.var
  allow(mayMatch(actor))
  return roundByCode(app.db, actor, c.req.param('code') ?? '')
}
