import type { Context } from 'hono'
import { dayIn } from '../../../platform/days.ts'
import type { Env } from '../../people/index.ts'

/** A copy of what is kept of someone, as a file that is named for the day it was made. */
export const sentCopy = (c: Context<Env>, zip: Uint8Array) =>
  c.body(new Uint8Array(zip), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="twinleaf-${dayIn(c.var.app.now())}.zip"`,
  })
