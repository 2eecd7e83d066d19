import { LRUCache } from 'lru-cache'
import { picturesIn, type Rendered, type RenderOptions, render } from '../../platform/markdown.ts'
import { dirOf, tagOf } from '../../platform/words.ts'
import type { Post } from './post.ts'
import { readingMinutes } from './reading.ts'
import { words } from './words.ts'

/** In letters: that many long posts, or ten times as many short ones; a copy of the site asks for all of them in turns. */
const mostKept = 8_000_000

/**
 * Texts turned into HTML, kept for as long as they are read. Turning a long post takes 5 to 15 ms, printing a kept
 * one nothing. Kept in memory and not beside the text, so that a better sanitiser is at work after the next start.
 */
const kept = new LRUCache<string, Rendered & { minutes: number }>({
  maxSize: mostKept,
  sizeCalculation: ({ parts }) =>
    parts.reduce((sum, part) => sum + (part.kind === 'html' ? part.html.length : 100), 100),
})

type Text = Pick<Post, 'id' | 'revision' | 'body' | 'locale'>

/**
 * The HTML of a post.
 *
 * @param locale language of the reader, for the words around the footnotes
 * @param origin when given, links to our own pages are absolute
 */
export function renderedPost(post: Text, locale: string, origin?: string): Rendered & { minutes: number } {
  // Only around footnotes does the reader's language say anything.
  const said = post.body.includes('[^') ? locale : ''
  const key = `${post.id} ${post.revision} ${said} ${origin ?? ''}`
  const known = kept.get(key)
  if (known) return known
  const text = turn(post, locale, origin)
  kept.set(key, text)
  return text
}

function turn(post: Text, locale: string, origin: string | undefined) {
  const t = words(locale)
  let minutes = 1
  const options: RenderOptions = {
    tellWords: (words) => {
      minutes = readingMinutes(words, post.locale)
    },
    prefix: `p${post.id.slice(0, 8)}`,
    footnotes: t('footnotes.title'),
    ...(locale === post.locale ? {} : { footnotesIn: { lang: tagOf(locale), dir: dirOf(locale) } }),
    backToText: (number) => t('footnotes.back', { number }),
    ...(origin === undefined ? {} : { origin }),
  }
  return { ...render(post.body, options), minutes }
}

/** Ids of the pictures that a post shows: the one that leads it, and those in its text. */
export const picturesOf = (post: Text & Pick<Post, 'mediaId'>): string[] => [
  ...(post.mediaId === null ? [] : [post.mediaId]),
  ...picturesIn(renderedPost(post, post.locale)),
]
