import type { Db, Tx } from '../../../db/index.ts'
import { dayIn, daysBefore } from '../../../platform/days.ts'
import { hashOf } from '../../../platform/secret.ts'
import { invitedDays } from '../invitation.ts'

/** The invitation that an emailed link leads to; undefined when it was accepted or withdrawn, is too old, or of a term that is over. */
export const invitationByLink = (db: Db | Tx, secret: string, now: Date) =>
  db
    .selectFrom('ambassadorInvitation')
    .select(['id', 'country', 'name', 'email', 'locale', 'endsOn', 'invitedBy'])
    .where('secretHash', '=', hashOf(secret))
    .where('invitedAt', '>', daysBefore(now, invitedDays))
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', dayIn(now))]))
    .executeTakeFirst()
