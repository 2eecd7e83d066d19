import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  pageRevision: {
    columns: {
      public: ['body', 'locale', 'number', 'page', 'title', 'version', 'writtenAt'],
      internal: ['id'],
      actor: ['writtenBy'],
    },
  },
})
