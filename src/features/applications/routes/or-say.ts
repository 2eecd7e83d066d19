import type { Context } from 'hono'
import { redirectWith } from '../../../platform/flash.ts'
import { Conflict } from '../../../platform/refusals.ts'
import type { Env } from '../../people/index.ts'
import { words } from '../words.ts'

/** Says on the page one came from what was done, or why it could not be. */
export async function orSay(c: Context<Env>, to: string, act: () => Promise<string>): Promise<Response> {
  try {
    return redirectWith(c, to, await act())
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const said = words.find(c.var.actor.locale, `refusal.${error.code}`, error.args)
    if (said === null) throw error
    // Nothing was settled, so nobody is led on to the next row.
    return redirectWith(c, to.replace(/#.*/, ''), said, 'danger')
  }
}
