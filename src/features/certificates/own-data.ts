import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  certificateRule: {
    columns: { internal: ['changedAt', 'checkIns', 'endSurvey', 'roundId'], actor: ['changedBy'] },
  },
  signingKey: {
    columns: {
      public: ['did', 'publicKey'],
      internal: ['id', 'madeAt', 'retiredAt', 'stolenAt'],
    },
  },
  signingSecret: { columns: { internal: ['signingKeyId'], secret: ['sealed'] } },
  certificate: {
    chapter: 'partners',
    rows: (id) => sql`person_id = ${id}`,
    exports: [
      'askedAt',
      'checkIns',
      'code',
      'credential',
      'endSurvey',
      'issuedAt',
      'nameWritten',
      'withdrawnAt',
      'withdrawnWhy',
    ],
    erased: () => ({
      nameWritten: '',
      locale: 'en',
      credential: null,
      signingKeyId: null,
      pdf: null,
      withdrawnWhy: '',
    }),
    stays: 'that a certificate of this code was issued, so that its page can say that the name was erased',
    columns: {
      internal: ['applicationId', 'id', 'number', 'personId', 'replaces', 'roundId', 'signingKeyId'],
      personal: ['askedAt', 'checkIns', 'code', 'endSurvey', 'issuedAt', 'locale', 'withdrawnAt'],
      sensitive: ['credential', 'nameWritten', 'pdf', 'withdrawnWhy'],
      actor: ['withdrawnBy'],
    },
  },
})
