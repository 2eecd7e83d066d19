import { randomBytes } from 'node:crypto'
import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { roundById } from '../../rounds/index.ts'
import { type Condition, codeFrom, mostAnew } from '../certificate.ts'
import { paperFor } from '../emails/paper.ts'
import { issueSome } from '../jobs.ts'
import { countOf, latestOf } from '../queries/certificates.ts'
import { candidateById, claimOf } from '../queries/own.ts'
import { tryPaper } from './issuing.ts'

/**
 * Asks for the certificate of a place in a round, with the name as it is to be written. The worker makes it. Asked again
 * with the same name changes nothing; with another, a new one takes the place of the last.
 *
 * @throws NotFound `no-such-place`
 * @throws Conflict `not-earned`; `written-too-often`; `letter-without-font`, when no font has a letter of the name;
 *   `certificate-withdrawn`, when a coordinator has withdrawn the last one
 */
export async function askForCertificate(app: App, applicationId: string, name: string): Promise<void> {
  const candidate = await candidateById(app.db, applicationId)
  const round = await roundById(app.db, candidate.roundId)
  const network = await networkIn(app, app.db)
  // Tried at once, so that a letter that no font has is told beside the field.
  await tryPaper(
    app,
    paperFor(
      {
        ...candidate,
        nameWritten: name,
        code: 'X'.repeat(12),
        askedAt: app.now(),
        checkIns: 0,
        endSurvey: false,
      },
      round,
      network,
    ),
  )
  await app.db.transaction().execute(async (tx) => {
    // Two windows: the second waits, and sees what the first has asked for.
    await tx.selectFrom('application').where('id', '=', applicationId).select('id').forUpdate().execute()
    const claim = await claimOf(tx, candidate, app.now())
    if (!claim?.isEarned) throw new Conflict('not-earned')
    const last = await latestOf(tx, applicationId)
    if (last?.standing === 'withdrawn') throw new Conflict('certificate-withdrawn')
    if (last && last.nameWritten === name) return
    if ((await countOf(tx, applicationId)) >= mostAnew) throw new Conflict('written-too-often')
    if (last)
      await tx.updateTable('certificate').set({ withdrawnAt: app.now() }).where('id', '=', last.id).execute()
    const asked = (wanted: Condition['kind']) =>
      claim.conditions.find(({ kind }) => kind === wanted)?.asked ?? 0
    const id = await insertCertificate(app, tx, {
      ...{
        applicationId,
        roundId: candidate.roundId,
        personId: candidate.personId,
        locale: candidate.locale,
      },
      ...{ checkIns: asked('check-ins'), endSurvey: asked('end-survey') > 0 },
      ...{ nameWritten: name, replaces: last?.id ?? null },
    })
    await enqueue(app, tx, issueSome, { ids: [id] })
  })
}

type Fresh = {
  applicationId: string
  roundId: string
  personId: string
  locale: string
  nameWritten: string
  checkIns: number
  endSurvey: boolean
  replaces: string | null
}

/** The row of a new one, with a code of its own. */
export async function insertCertificate(app: App, tx: Tx, fresh: Fresh): Promise<string> {
  const { id } = await tx
    .insertInto('certificate')
    .values({ ...fresh, code: codeFrom(randomBytes(64)), askedAt: app.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
