import { postPath } from '../posts/index.ts'

/** Comments of a post on a page of their own, and where the form is sent. */
export const commentsPath = (slug: string) => `${postPath(slug)}/comments`
export const commentsPagePath = (slug: string, page: number) =>
  page === 1 ? postPath(slug) : `${commentsPath(slug)}?page=${page}`
export const sendPath = (slug: string) => `${commentsPath(slug)}/send`
export const againPath = (slug: string) => `${commentsPath(slug)}/again`
export const replyPath = (slug: string, number: number) => `${commentsPath(slug)}/${number}/reply`
export const flagPath = (slug: string, number: number) => `${commentsPath(slug)}/${number}/report`
export const flaggedPath = '/comments/reported'
export const anchorOf = (number: number) => `c${number}`
/** Where WordPress has it: links to it from elsewhere end so. */
export const formerAnchorOf = (number: string) => `comment-${number}`

/** A comment where it stands among others. @param page from 1 */
export const commentPath = (slug: string, number: number, page = 1) =>
  `${commentsPagePath(slug, page)}#${anchorOf(number)}`
/** Finds the page on which it stands by now. */
export const findPath = (number: number) => `/comments/${number}`

export const ownPath = (token: string) => `/comments/own/${token}`
export const changePath = (token: string) => `${ownPath(token)}/change`
export const takeBackPath = (token: string) => `${ownPath(token)}/take-back`
/** Where the reader of an address says that a comment is theirs. */
export const minePath = (token: string) => `/comments/mine/${token}`
export const followPath = (secret: string) => `/comments/follow/${secret}`
export const decidePath = (token: string, decision: string) => `/comments/decide/${token}/${decision}`

export const feedPath = (form: 'rss' | 'atom') => `/comments.${form}`
export const postFeedPath = (slug: string, form: 'rss' | 'atom') => `${commentsPath(slug)}.${form}`

export const queuePath = '/office/comments'
export const queueOf = (state: string) => (state === 'waiting' ? queuePath : `${queuePath}?state=${state}`)
export const decideManyPath = `${queuePath}/decide`
export const undoPath = `${queuePath}/undo`
export const rulePath = `${queuePath}/settings`
export const ofPostPath = (slug: string) => `${queuePath}/of/${slug}`
export const closingPath = (slug: string) => `${ofPostPath(slug)}/closing`
