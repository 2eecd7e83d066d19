import type { Context } from 'hono'
import type { Env } from '../../people/index.ts'
import { phaseOf, type Round } from '../../rounds/index.ts'
import { ClosedPage } from '../pages/around.tsx'
import { isDenied } from '../queries/drafts.ts'
import type { Opened } from './open.ts'

export const isOpen = (c: Context<Env>, round: Round) => phaseOf(round, c.var.app.now()) === 'applying'

/** What is said of the form before applications open and after they have closed. */
export const closed = (
  c: Context<Env>,
  { round, draft, zone }: Opened,
  hasDraft = draft !== null && !isDenied(draft),
) => c.html(<ClosedPage {...{ frame: c.var.frame, round, zone, hasDraft }} />, 409)
