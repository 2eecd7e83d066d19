import { readMarkdown, textOf } from '../../platform/markdown.ts'
import type { CreditField, Picture } from '../media/index.ts'
import type { Post } from './post.ts'
import { guessedLanguage } from './reading.ts'

/** What is looked at before a post comes out. */
type Check =
  | 'title'
  | 'summary'
  | 'body'
  | 'alt'
  | 'credit'
  | 'headings'
  | 'links'
  | 'language'
  | 'length'
  | 'authors'
  | 'picture'

/** Where on the pages of a post something is mended. */
type Place = 'title' | 'summary' | 'body' | 'authors' | 'locale' | 'picture'

export type Finding = {
  check: Check
  /** Nothing comes out without a `must`; the others are for the editor to weigh. */
  weight: 'must' | 'should'
  isFine: boolean
  place: Place
  /** What it was found in: a heading, the words of a link, a language. */
  found?: string
}

type Text = Pick<Post, 'title' | 'summary' | 'body' | 'locale' | 'byline' | 'mediaId'>
type Missing = (picture: Picture) => readonly CreditField[]

/** A summary that feeds, cards and emails show whole, in characters. */
export const SUMMARY = { min: 40, max: 300 }

/**
 * All that is looked at, in the order of the writing page.
 *
 * @param pictures those that lead the post and stand in its text
 * @param missing what is still to be said about a picture
 */
export function checklist(post: Text, pictures: readonly Picture[], missing: Missing): Finding[] {
  const lacks = pictures.flatMap((picture) => missing(picture).map((field) => ({ picture, field })))
  const withoutAlt = lacks.find(({ field }) => field === 'alt')
  const withoutCredit = lacks.find(({ field }) => field !== 'alt' && field !== 'caption')
  const placeOf = (lack: (typeof lacks)[number] | undefined): Place =>
    lack && lack.picture.id !== post.mediaId ? 'body' : 'picture'
  const { heading, link } = structureOf(post.body)
  const language = guessedLanguage(post.body)
  const length = post.summary.length
  const must = (check: Check, place: Place, isFine: boolean): Finding => ({
    ...{ check, place, isFine, weight: 'must' },
  })
  const should = (check: Check, place: Place, found: string | null | boolean): Finding => ({
    ...{ check, place, weight: 'should', isFine: found === null || found === true },
    ...(typeof found === 'string' ? { found } : {}),
  })
  return [
    must('title', 'title', post.title.trim() !== ''),
    must('summary', 'summary', post.summary.trim() !== ''),
    should('length', 'summary', length === 0 || (length >= SUMMARY.min && length <= SUMMARY.max)),
    must('body', 'body', post.body.trim() !== ''),
    should('headings', 'body', heading),
    should('links', 'body', link),
    should('language', 'locale', language === null || language === post.locale ? null : language),
    should('authors', 'authors', post.byline !== ''),
    should('picture', 'picture', post.mediaId !== null),
    must('alt', placeOf(withoutAlt), withoutAlt === undefined),
    must('credit', placeOf(withoutCredit), withoutCredit === undefined),
  ]
}

/** What keeps a post from coming out. */
export const hindrances = (post: Text, pictures: readonly Picture[], missing: Missing): Finding[] =>
  checklist(post, pictures, missing).filter(({ weight, isFine }) => weight === 'must' && !isFine)

type Node = { type: string; depth?: number; url?: string; children?: Node[] }

/** The first heading that skips a level, and the first link whose words do not say where it leads. */
function structureOf(body: string): { heading: string | null; link: string | null } {
  const nodes = allOf(readMarkdown(body) as Node)
  const headings = nodes.filter(({ type }) => type === 'heading')
  const skips = headings.find(
    ({ depth = 1 }, index) => index > 0 && depth > (headings[index - 1]?.depth ?? depth) + 1,
  )
  const said = (node: Node) => textOf(node as Parameters<typeof textOf>[0]).trim()
  const vague = nodes.find((node) => node.type === 'link' && isVague(said(node)))
  return { heading: skips ? said(skips) : null, link: vague ? said(vague) || (vague.url ?? '') : null }
}

const allOf = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(allOf)]

/** Words that tell a reader who hears the links of a page one by one nothing. */
const vagueWords = new Set(
  'here|click here|this|link|this link|read more|more|aquí|haga clic aquí|enlace|leer más|más|هنا|اضغط هنا|رابط|المزيد'.split(
    '|',
  ),
)

const isVague = (words: string): boolean =>
  words === '' ||
  /^(https?:\/\/|www\.)\S+$/.test(words) ||
  vagueWords.has(words.toLowerCase().replace(/[.!…]+$/, ''))
