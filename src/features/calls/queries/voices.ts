import type { Db, Tx } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import type { OfficeVoice, Voice } from '../voice.ts'

/** What is said of a round, in the order in which it is shown. */
export const voicesOf = (db: Db, roundId: string): Promise<Voice[]> =>
  db
    .selectFrom('voice')
    .where('roundId', '=', roundId)
    .select(['text', 'locale', 'signed'])
    .orderBy('place')
    .execute()

/** The same for the office, with who said it and how they agreed. */
export const officeVoicesOf = (db: Db | Tx, roundId: string): Promise<OfficeVoice[]> =>
  db
    .selectFrom('voice')
    .innerJoin('application', 'application.id', 'voice.applicationId')
    .where('voice.roundId', '=', roundId)
    .select(['text', 'voice.locale', 'signed', 'place', 'consentOn', 'consentHow'])
    .select(['application.name', 'application.email'])
    .orderBy('place')
    .$castTo<OfficeVoice>()
    .execute()

/** The application of somebody who had a place in a round, by the address they have there or sign in with. */
export async function participantWith(db: Db | Tx, roundId: string, email: string): Promise<string | null> {
  const found = await db
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .where('application.roundId', '=', roundId)
    .where('application.acceptedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('person.emailKey', '=', emailKey(email)),
        eb(eb.fn<string>('lower', ['application.email']), '=', email.toLowerCase()),
      ]),
    )
    .select('application.id')
    .executeTakeFirst()
  return found?.id ?? null
}
