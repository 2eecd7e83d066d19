import type { App } from '../../../platform/app.ts'
import { clocksAt, dayIn, isHumane } from '../../../platform/days.ts'
import { mailHold, sendOnce } from '../../../platform/mail/index.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { shortAddressOf } from '../../calls/index.ts'
import { thanksEmail } from '../emails.ts'
import { thanksKey, unthankedTerms } from '../queries/ended.ts'

/**
 * Thanks everyone whose term has ended, however it did, once: at a humane hour of their own clock, and not while emails
 * are held. Whoever was not reached by then is thanked within a week.
 *
 * @returns how many were thanked
 */
export async function thankAmbassadors(app: App): Promise<number> {
  if (await mailHold(app.db)) return 0
  const clockOf = clocksAt(app.now())
  const ended = await unthankedTerms(app.db, dayIn(app.now()))
  const due = ended.filter(({ zone }) => isHumane(clockOf(zone).hour))
  if (due.length === 0) return 0
  const network = await networkIn(app, app.db)
  let thanked = 0
  for (const term of due) {
    const code = await shortAddressOf(app.db, term.country)
    thanked += await sendOnce(app, app.db, thanksKey(term.grantId), thanksEmail(term, { network, code }))
  }
  return thanked
}
