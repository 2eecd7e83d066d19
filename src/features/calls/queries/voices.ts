import type { Db, Tx } from '../../../db/index.ts'
import { emailKey } from '../../../platform/email-key.ts'
import { NotFound } from '../../../platform/refusals.ts'
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

const ownVoices = (db: Db | Tx, personId: string) =>
  db
    .selectFrom('voice')
    .innerJoin('application', 'application.id', 'voice.applicationId')
    .where('application.personId', '=', personId)
    .select(['voice.id', 'voice.roundId', 'text', 'voice.locale', 'signed'])

/** What somebody said of rounds, as it is shown. */
export const ownVoicesOf = (db: Db, personId: string): Promise<(Voice & { roundId: string })[]> =>
  ownVoices(db, personId).orderBy('voice.enteredAt').execute()

/** What somebody said of one round. @throws NotFound `no-such-voice` */
export async function ownVoiceOf(db: Db | Tx, personId: string, roundId: string) {
  const found = await ownVoices(db, personId).where('voice.roundId', '=', roundId).executeTakeFirst()
  if (!found) throw new NotFound('no-such-voice')
  return found
}

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
