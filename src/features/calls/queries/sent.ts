import type { Db } from '../../../db/index.ts'
import type { OwnApplication } from '../../applications/index.ts'
import type { Begun } from './answers.ts'

/**
 * The application behind a form. To a browser whose reader is not signed in, it is told no more than that it came:
 * somebody else may have typed the address.
 */
export async function sentDraft(
  db: Db,
  { draft, application }: Pick<Begun, 'draft' | 'application'>,
): Promise<{ application: OwnApplication; email: string } | null> {
  const id = application?.id ?? draft?.applicationId
  if (!id) return null
  const { email, roundId, submittedAt, withdrawnAt, unconfirmedSince } = await db
    .selectFrom('application')
    .where('id', '=', id)
    .select(['email', 'roundId', 'submittedAt', 'withdrawnAt', 'unconfirmedSince'])
    .executeTakeFirstOrThrow()
  const state = withdrawnAt !== null ? 'taken-back' : unconfirmedSince ? 'unconfirmed' : 'sent'
  return { application: application ?? { id, roundId, submittedAt, state }, email }
}
