import type { App } from '../../../platform/app.ts'
import { allow, Conflict, NotFound } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type Application, lacksAnswer } from '../application.ts'
import type { Change } from '../checks.ts'
import { openCorrection } from '../corrections.ts'
import { type Mend, mendOf } from '../mends.ts'
import { mayCleanApplications } from '../policy.ts'
import { openCorrections } from '../queries/corrections.ts'
import { type Done, inDesk, livingApplication, roundOf } from './in-desk.ts'

/**
 * Takes over what a corrected row of the file says, or keeps the answers as they are. Both can be taken back, and then
 * the correction is offered again.
 *
 * @throws Forbidden unless a coordinator asks
 * @throws NotFound `no-such-application`, `no-such-correction` when it was decided about a moment ago
 * @throws Conflict `application-settled`, `place-needs-answer` when the application has a place, and the row lacks an
 *   answer without which nobody has one
 */
export async function settleCorrection(
  app: App,
  actor: Actor,
  id: string,
  verdict: 'accept' | 'keep',
): Promise<Done> {
  allow(mayCleanApplications(actor))
  const round = await roundOf(app, actor, id)
  return inDesk(app, actor, round, `correction.${verdict}`, async (tx) => {
    const application = await livingApplication(tx, actor, id)
    const corrections = (await openCorrections(tx, round.id)).get(id) ?? []
    const change = openCorrection(application, corrections)
    if (!change) throw new NotFound('no-such-correction')
    if (verdict === 'keep') return { mends: [keepingOf(application, change)], verdicts: [] }
    if (application.acceptedAt && lacksAnswer({ ...application, ...change }))
      throw new Conflict('place-needs-answer')
    const mend = mendOf(application, 'corrected-row', change)
    return { mends: mend ? [mend] : [], verdicts: [] }
  })
}

/** A mend that changes nothing: that these answers were looked at, and stay. */
function keepingOf(application: Application, change: Change): Mend {
  const kept = Object.fromEntries(
    Object.keys(change).map((key) => [key, application[key as keyof Change] ?? null]),
  )
  return { applicationId: application.id, kind: 'correction-kept', before: kept, after: kept }
}
