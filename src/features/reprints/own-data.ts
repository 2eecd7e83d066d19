import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** How long what is only needed for a while is kept, in days. */
export const keptDays = { network: 7, unsuccessful: 180, address: 365 }

const ofKey = (key: string) => sql<boolean>`email_key = ${key}`

export const ownData = ownTables({
  reprint: {
    chapter: 'texts',
    rows: (id) => sql`email_key = (select person.email_key from person where person.id = ${id})`,
    ofAddress: ofKey,
    erased: (neutral) => ({
      name: neutral,
      email: null,
      emailKey: null,
      message: '',
      networkHash: null,
    }),
    stays:
      'that a publication was allowed to reprint a text, when, and in which language; of the publication, not of who asked',
    exports: ['appearedOn', 'appearedUrl', 'askedAt', 'email', 'language', 'message', 'name', 'publication'],
    columns: {
      public: ['appearedOn', 'appearedUrl', 'language', 'publication'],
      internal: ['id', 'passedAt', 'postId', 'toldAt'],
      personal: ['allowedAt', 'askedAt', 'declinedAt', 'locale', 'networkHash', 'refusedAt'],
      sensitive: ['email', 'emailKey', 'message', 'name'],
      actor: ['askedBy', 'declinedBy', 'licensedBy', 'passedBy'],
    },
  },
  reprintAnswer: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}
      or email_key = (select person.email_key from person where person.id = ${id})`,
    ofAddress: ofKey,
    erased: 'delete',
    exports: ['answer', 'answeredAt', 'askedAt', 'email', 'name', 'word'],
    columns: {
      internal: ['id', 'personId', 'place', 'reprintId'],
      personal: ['answer', 'answeredAt', 'askedAt', 'locale', 'remindedAt'],
      sensitive: ['email', 'emailKey', 'name', 'word'],
      actor: ['recordedBy'],
    },
  },
})
