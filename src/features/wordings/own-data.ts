import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  wordingRevision: {
    columns: {
      public: ['feature', 'key', 'locale', 'number', 'ours', 'text', 'writtenAt'],
      internal: ['id'],
      actor: ['writtenBy'],
    },
  },
})
