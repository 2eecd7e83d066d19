import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LRUCache } from 'lru-cache'
import { picturesIn, type Rendered, type RenderOptions, render } from '../../platform/markdown.ts'
import { dirOf, tagOf } from '../../platform/words.ts'
import type { Post } from './post.ts'
import { readingMinutes } from './reading.ts'
import { words } from './words.ts'

/** In letters: that many long posts, or ten times as many short ones; a copy of the site asks for all of them in turns. */
const mostKept = 8_000_000

type Turned = Rendered & { minutes: number }

/** `marked`: with our mark before each link to a page of ours; null where there is none. */
type Kept = { plain: Turned; marked: Turned | null }

/**
 * Texts turned into HTML, kept for as long as they are read. Turning a long post takes 5 to 15 ms, printing a kept
 * one nothing. Kept in memory and not beside the text, so that a better sanitiser is at work after the next start.
 */
const kept = new LRUCache<string, Kept>({
  maxSize: mostKept,
  sizeCalculation: ({ plain, marked }) => lettersOf(plain) + (marked === null ? 0 : lettersOf(marked)),
})

const lettersOf = ({ parts }: Turned) =>
  parts.reduce((sum, part) => sum + (part.kind === 'html' ? part.html.length : 100), 100)

/** A folder in which processes that make something together find what one of them has turned. */
let shared: string | null = null

/** From now on, texts are turned into HTML once for all processes that share a folder, which is there; null for each by itself. */
export function shareRendered(folder: string | null): void {
  shared = folder
}

type Text = Pick<Post, 'id' | 'revision' | 'body' | 'locale'>

/**
 * The HTML of a post.
 *
 * @param locale language of the reader, for the words around the footnotes
 * @param origin when given, links to our own pages are absolute
 */
export function renderedPost(post: Text, locale: string, origin?: string): Turned {
  // Only around footnotes does the reader's language say anything.
  const said = post.body.includes('[^') ? locale : ''
  const key = `${post.id} ${post.revision} ${said}`
  const { plain, marked } = kept.get(key) ?? turnOnce(key, post, locale)
  return origin === undefined || marked === null ? plain : withLinks(marked, origin)
}

/** Stands before links to pages of ours, so that a text is turned once for pages and for feeds; nobody can have written it. */
const mark = `/${randomUUID()}`

const withLinks = ({ parts, ...rest }: Turned, origin: string): Turned => ({
  ...rest,
  parts: parts.map((part) =>
    part.kind === 'html' ? { ...part, html: part.html.replaceAll(mark, origin) } : part,
  ),
})

const isMarked = ({ parts }: Turned) => parts.some((part) => part.kind === 'html' && part.html.includes(mark))

function turnOnce(key: string, post: Text, locale: string): Kept {
  const file = shared && join(shared, encodeURIComponent(key))
  const turned = (file && turnedElsewhere(file)) || turn(post, locale)
  const text = isMarked(turned)
    ? { plain: withLinks(turned, ''), marked: turned }
    : { plain: turned, marked: null }
  kept.set(key, text)
  if (file && !existsSync(file)) {
    // Nobody reads half of it.
    writeFileSync(`${file}-${process.pid}`, JSON.stringify(turned).replaceAll(mark, sharedMark))
    renameSync(`${file}-${process.pid}`, file)
  }
  return text
}

/** Each process has a mark of its own. No text holds a NUL, and JSON none that is not spelled out. */
const sharedMark = '\0'

const turnedElsewhere = (file: string): Turned | null =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8').replaceAll(sharedMark, mark)) : null

function turn(post: Text, locale: string): Turned {
  const t = words(locale)
  let minutes = 1
  const options: RenderOptions = {
    tellWords: (words) => {
      minutes = readingMinutes(words, post.locale)
    },
    prefix: `p${post.id.slice(0, 8)}`,
    dir: dirOf(post.locale),
    footnotes: t('footnotes.title'),
    ...(locale === post.locale ? {} : { footnotesIn: { lang: tagOf(locale), dir: dirOf(locale) } }),
    backToText: (number) => t('footnotes.back', { number }),
    origin: mark,
  }
  return { ...render(post.body, options), minutes }
}

/** Ids of the pictures that a post shows: the one that leads it, and those in its text. */
export const picturesOf = (post: Text & Pick<Post, 'mediaId'>): string[] => [
  ...(post.mediaId === null ? [] : [post.mediaId]),
  ...picturesIn(renderedPost(post, post.locale)),
]
