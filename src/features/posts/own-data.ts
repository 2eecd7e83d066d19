import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  post: {
    chapter: 'texts',
    rows: (id) => sql`author_id = ${id}`,
    erased: () => ({ authorId: null }),
    stays:
      'what was published stays published, with the name it was signed with, until its author asks an editor',
    exports: ['title', 'summary', 'body', 'byline', 'locale', 'createdAt', 'publishAt', 'withdrawnAt'],
    columns: {
      public: ['locale', 'number', 'publishAt', 'hashtag', 'questions', 'withdrawnAt'],
      internal: ['id', 'createdAt', 'mediaId', 'revision', 'roundId', 'updatedAt'],
      personal: ['authorId'],
      sensitive: ['body', 'byline', 'slug', 'summary', 'title'],
    },
  },
})
