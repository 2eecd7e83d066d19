import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** So long a file waits to be brought in. */
const uploadDays = 7

export const ownData = ownTables({
  arrival: {
    stays: 'which file of a blog was brought in, and under which names its authors sign what stays published',
    columns: {
      public: ['site'],
      internal: ['id', 'kind', 'sha256', 'ordinal', 'begunAt', 'endedAt', 'fileName'],
      sensitive: ['mapping'],
      actor: ['begunBy'],
    },
  },
  arrivalItem: {
    stays: 'what became of a thing of a blog that was brought in; of a comment neither name nor words',
    columns: {
      internal: [
        ...(['site', 'kind', 'sourceId', 'arrivalId', 'fingerprint', 'outcome', 'reason'] as const),
        ...(['postId', 'revision', 'mediaId', 'commentId'] as const),
      ],
      sensitive: ['title', 'remarks'],
    },
  },
  oldAddress: {
    stays: 'an address that others link to leads on',
    columns: {
      public: ['key', 'path', 'target', 'value'],
      internal: ['arrivalId', 'mediaId', 'postId'],
    },
  },
  arrivalUpload: {
    sweeps: [{ days: uploadDays, since: sql`uploaded_at` }],
    stays: 'a file of a blog that waits to be brought in, for a week',
    columns: {
      internal: ['id', 'arrivalId', 'problem', 'startedAt', 'uploadedAt'],
      sensitive: ['fileName', 'rehearsal', 'wish'],
      actor: ['uploadedBy'],
    },
  },
  arrivalUploadPart: {
    stays: 'as long as its upload',
    columns: { internal: ['number', 'uploadId'], sensitive: ['bytes'] },
  },
})
