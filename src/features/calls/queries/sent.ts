import type { Db } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { NotFound } from '../../../platform/refusals.ts'
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

/** Whose an application becomes by the link to its address: an account that is known by that, or none yet. */
export type Addressee = { email: string; personId: string | null }

/** @throws NotFound `no-such-link` */
export async function addresseeOf(db: Db, applicationId: string | null): Promise<Addressee> {
  const sent = await db
    .selectFrom('application')
    .where('id', '=', applicationId)
    .select('email')
    .executeTakeFirst()
  if (!sent) throw new NotFound('no-such-link')
  const person = await db
    .selectFrom('person')
    .where('emailKey', '=', emailKey(sent.email))
    .select('id')
    .executeTakeFirst()
  return { email: sent.email, personId: person?.id ?? null }
}
