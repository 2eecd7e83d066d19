import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  postSearch: {
    stays: 'made of what is published, and goes with it',
    columns: {
      public: ['locale', 'publishAt'],
      internal: ['postId', 'revision', 'rules'],
      sensitive: ['byline', 'said', 'short', 'whole', 'words'],
    },
  },
  searchWord: {
    stays: 'a word, and in how many published posts it stands; it says of nobody',
    columns: { public: ['locale', 'posts'], sensitive: ['folded', 'lexemes', 'shown'] },
  },
})
