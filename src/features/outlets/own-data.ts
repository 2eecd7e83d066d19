import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  outlet: {
    columns: {
      public: ['handle', 'kind', 'locales', 'server'],
      internal: ['addedAt', 'id'],
      actor: ['addedBy'],
    },
  },
  outletToken: { columns: { internal: ['outletId'], secret: ['sealed'] } },
  outletMessage: {
    columns: {
      public: ['url'],
      internal: [
        ...(['key', 'leasedUntil', 'madeAt', 'nextAt', 'outletId', 'postId', 'problem', 'remote'] as const),
        ...(['removedAt', 'said', 'sentAt', 'tries'] as const),
      ],
    },
  },
})
