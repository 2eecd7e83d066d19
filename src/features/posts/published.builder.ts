import type { Published } from './published.ts'

/** A published post as others name it. What a test does not care about is filled in. */
export const aPublished = (change: Partial<Published> = {}): Published => ({
  title: 'Welcome to my desk',
  summary: 'Show us where you work.',
  locale: 'en',
  tags: [],
  publishAt: new Date('2016-02-29T12:00:00Z'),
  publishedOn: '2016-02-29',
  authors: [{ name: 'Ada Molina', parts: { given: 'Ada', family: 'Molina' } }],
  updatedAt: new Date('2016-03-01T08:00:00Z'),
  url: 'https://iln.example/posts/welcome-to-my-desk',
  publisher: 'International Librarians Network',
  site: 'https://iln.example',
  image: null,
  card: null,
  translations: [],
  licence: null,
  rights: 'Texts: their authors and the network.',
  doi: null,
  issn: null,
  corrections: [],
  ...change,
})
