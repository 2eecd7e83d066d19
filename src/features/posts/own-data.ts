import { sql } from 'kysely'
import { ownTables } from '../../platform/own-tables.ts'

/** A text that was begun and not saved is let go of after so long. */
const unsavedDays = 365

export const ownData = ownTables({
  post: {
    chapter: 'texts',
    rows: (id) =>
      sql`(author_id = ${id} or exists (
        select from post_author join author on author.id = post_author.author_id
        where post_author.post_id = post.id and author.person_id = ${id}))`,
    erased: () => ({ authorId: null }),
    stays:
      'what was published stays published, with the name it was signed with, until its author asks an editor',
    exports: [
      'title',
      'summary',
      'body',
      'byline',
      'locale',
      'tags',
      'createdAt',
      'publishAt',
      'withdrawnAt',
    ],
    columns: {
      public: [
        ...(['locale', 'number', 'publishAt', 'hashtag', 'questions', 'tags', 'withdrawnAt'] as const),
        ...(['doi', 'licence'] as const),
      ],
      internal: [
        ...(['id', 'broughtAt', 'createdAt', 'mediaId', 'revision', 'roundId', 'updatedAt'] as const),
        ...(['agreedRevision', 'dueOn', 'fortnight', 'part', 'stage', 'translationGroup'] as const),
      ],
      personal: ['authorId'],
      sensitive: ['body', 'byline', 'slug', 'summary', 'title', 'withdrawnBecause'],
      actor: ['assigneeId', 'reviewerId'],
    },
  },
  postRevision: {
    stays: 'an earlier text of what was published or is being written for the blog',
    columns: {
      public: ['hashtag', 'locale', 'questions', 'tags'],
      internal: ['at', 'basedOn', 'kind', 'mediaId', 'number', 'postId'],
      sensitive: ['authors', 'body', 'byline', 'summary', 'title'],
      actor: ['byId'],
    },
  },
  postWriting: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}`,
    erased: 'delete',
    sweeps: [{ days: unsavedDays, since: sql`saved_at` }],
    exports: ['savedAt', 'typed'],
    columns: {
      internal: ['basedOn', 'postId', 'rev', 'seq', 'writer'],
      personal: ['personId', 'savedAt'],
      sensitive: ['typed'],
    },
  },
  postTag: {
    stays: 'the tags of a post one by one, which go with it',
    columns: { public: ['key', 'tag', 'publishAt', 'withdrawnAt'], internal: ['isAgain', 'place', 'postId'] },
  },
  postGone: { columns: { internal: ['goneAt', 'slugHash'] } },
  postAddress: { columns: { public: ['slug', 'until'], internal: ['postId'] } },
  author: {
    chapter: 'texts',
    rows: (id) => sql`person_id = ${id}`,
    erased: () => ({ personId: null, country: null, about: '', orcid: null }),
    stays: 'what was published stays published, with the name it was signed with',
    exports: ['name', 'familyName', 'country', 'about', 'orcid'],
    columns: {
      internal: ['id', 'createdAt', 'mergedInto'],
      personal: ['personId', 'country'],
      sensitive: ['about', 'familyName', 'name', 'orcid', 'slug'],
    },
  },
  postCorrection: {
    stays: 'readers are told how a post was put right for as long as they can read it',
    columns: {
      public: ['at', 'revision'],
      internal: ['id', 'postId'],
      sensitive: ['said'],
      actor: ['byId'],
    },
  },
  feedPing: { columns: { internal: ['at', 'postId'] } },
  postHeld: { columns: { internal: ['heldAt', 'postId', 'publishAt'] } },
  searchPing: { columns: { internal: ['at', 'nextAt', 'postId', 'tries'] } },
  postAuthor: { columns: { internal: ['authorId', 'place', 'postId'] } },
  postNote: {
    stays: 'what those who work on a post told each other about it',
    columns: {
      internal: [
        ...(['at', 'fromAt', 'id', 'kind', 'parentId', 'postId', 'resolvedAt', 'revision', 'toAt'] as const),
      ],
      sensitive: ['quote', 'quoteAfter', 'quoteBefore', 'text'],
      actor: ['byId', 'resolvedBy'],
    },
  },
})
