import { type Filter, tagKey } from './filter.ts'
import type { ReferenceForm } from './references.ts'

export const frontPath = '/'
export const frontPagePath = (page: number) => (page === 1 ? '/' : `/?page=${page}`)
export const postPath = (slug: string) => `/posts/${slug}`
/** The drawn picture that stands for it; another version has another address. */
export const postCardPath = (slug: string, version: string) => `${postPath(slug)}/card.png?v=${version}`
export const referencePath = (slug: string, form: ReferenceForm) => `${postPath(slug)}/reference.${form}`
/** Where whoever passes it on by Mastodon says which server they use. */
export const mastodonPath = (slug: string) => `${postPath(slug)}/mastodon`
export const roundPostsPath = (code: string) => `/rounds/${code}/posts`
/** All of it described for machines, beside the page that lists it. */
export const cratePath = (code: string) => `${roundPostsPath(code)}/ro-crate-metadata.json`
export const authorPath = (slug: string) => `/authors/${slug}`
export const tagPath = (tag: string) => `/tags/${encodeURIComponent(tagKey(tag))}`
export const countryPostsPath = (country: string) => `/countries/${country.toLowerCase()}`
export const yearPath = (year: number, month?: number) =>
  month === undefined ? `/years/${year}` : `/years/${year}/${month}`
export const languagePath = (locale: string) => `/languages/${locale}`
/** The posts of one fortnight of a round, which make a cluster. */
export const topicPostsPath = (code: string, topic: number) => `${roundPostsPath(code)}/${topic}`

/** The page that lists what a filter of one part means; a topic goes with its round. All posts are on the front page. */
export function listPath({ round, topic, tag, author, country, year, month, locale }: Filter): string {
  if (round !== undefined) return topic === undefined ? roundPostsPath(round) : topicPostsPath(round, topic)
  if (tag !== undefined) return tagPath(tag)
  if (author !== undefined) return authorPath(author)
  if (country !== undefined) return countryPostsPath(country)
  if (year !== undefined) return yearPath(year, month)
  return locale === undefined ? frontPath : languagePath(locale)
}

export const feedsPath = '/feeds'
export const feedForms = ['rss', 'atom', 'json'] as const
export type FeedForm = (typeof feedForms)[number]
/** The feed of the posts that a filter of one part means, beside the page that lists them. */
export const feedPath = (filter: Filter, form: FeedForm) =>
  `${listPath(filter).replace(/\/$/, '')}/feed.${form}`
export const sitemapPath = '/sitemap.xml'
export const sitemapPartPath = (part: number) => `/sitemap/posts-${part}.xml`

export const deskPath = '/office/posts'
/** The desk of one's own posts, or of those one reads. */
export const deskOfPath = (whose: string) => `${deskPath}?of=${whose}`
export const newPostPath = '/office/posts/new'
export const proposePath = '/office/posts/propose'
export const officePostPath = (id: string) => `/office/posts/${id}`
export const postActPath = (id: string, act: string) => `${officePostPath(id)}/${act}`
export const writePostPath = (id: string) => `${officePostPath(id)}/write`
export const savePostPath = (id: string) => `${officePostPath(id)}/save`
export const previewPostPath = (id: string, as = 'post') =>
  `${officePostPath(id)}/preview${as === 'post' ? '' : `?as=${as}`}`
/** The picture of the card, and the email as HTML alone. */
export const cardPreviewPath = (id: string) => `${officePostPath(id)}/preview/card.png`
export const drawnPreviewPath = (id: string) => `${officePostPath(id)}/preview/mail`
/** What was typed beside what others saved since. */
export const mergePath = (id: string) => `${officePostPath(id)}/merge`
export const dropTypedPath = (id: string) => `${officePostPath(id)}/drop`
export const revisionsPath = (id: string) => `${officePostPath(id)}/texts`
/** The text with the notes on its passages. */
export const notesPath = (id: string) => `${officePostPath(id)}/notes`
export const addNotePath = (id: string) => `${notesPath(id)}/add`
export const noteActPath = (id: string, noteId: string, act: 'resolve' | 'reopen') =>
  `${notesPath(id)}/${noteId}/${act}`
export const answerNotePath = (id: string, noteId: string) => `${notesPath(id)}/${noteId}/answer`
/** Where a post is written, at the notes beside it. */
export const writeNotedPath = (id: string) => `${writePostPath(id)}#notes`
export const restorePath = (id: string) => `${officePostPath(id)}/texts/restore`
/** Its licence, its DOI, and how it was put right. */
export const citingPath = (id: string) => `${officePostPath(id)}/citing`
export const correctPath = (id: string) => `${officePostPath(id)}/correct`
export const datacitePath = (id: string) => `${officePostPath(id)}/datacite.json`
export const translatePath = (id: string) => `${officePostPath(id)}/translate`
export const authorsPath = '/office/authors'
export const officeAuthorPath = (id: string) => `${authorsPath}/${id}`
/** @param into the author who stays, once one is chosen */
export const mergeAuthorPath = (id: string, into?: string) =>
  `${officeAuthorPath(id)}/merge${into === undefined ? '' : `?into=${into}`}`
