import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { firstWords, literally, render } from '../../platform/markdown.ts'
import { root } from '../../platform/root.ts'
import type { Locale } from '../../platform/words.ts'
import type { Chapter } from './chapters.ts'
import { pictureOf } from './pages/figure.tsx'

/** A chapter ready to print. */
export type ChapterText = { title: string; html: string; lead: string }

const made = new Map<string, ChapterText>()

/** A chapter of the handbook in a language. It changes only with the program, so it is made once. */
export function chapterText(chapter: Chapter, locale: Locale): ChapterText {
  const key = `${locale} ${chapter}`
  const text = made.get(key) ?? make(chapter, locale)
  made.set(key, text)
  return text
}

/** As it is written, with `{feature:key}` where words of a page stand. */
export const sourceOf = (chapter: Chapter, locale: Locale): string =>
  readFileSync(join(root, 'docs/handbook', locale, `${chapter}.md`), 'utf8')

function make(chapter: Chapter, locale: Locale): ChapterText {
  const [heading = '', ...lines] = sourceOf(chapter, locale).split('\n')
  const [before = '', alt, after = ''] = lines.join('\n').split(shown)
  const picture = alt ? pictureOf(chapter, locale, alt) : ''
  const html = asHtml(before, locale) + picture + asHtml(after, locale)
  return { title: heading.replace(/^# /, ''), html, lead: firstWords(withWords(before, locale)) }
}

function asHtml(source: string, locale: Locale): string {
  const { parts } = render(withWords(source, locale), { prefix: 'help', footnotes: '', backToText: String })
  return parts.flatMap((part) => (part.kind === 'html' ? [part.html] : [])).join('\n')
}

const withWords = (source: string, locale: Locale): string =>
  source.replace(quoted, (_all, feature: string, key: string) => {
    const words = wordsOnPages(feature, locale)[key]
    if (words === undefined) throw new Error(`no words ${feature}:${key} for the handbook`)
    return literally(words)
  })

/** `![What is to be seen](picture)` in a line of its own: where the picture of the chapter stands, and what it shows. */
export const shown = /^!\[(.+)\]\(picture\)$/m

/** `{applications:clean.title}`: what the page says there, so that the handbook never says it otherwise. */
export const quoted = /\{([a-z-]+):([\w.-]+)\}/g

const known = new Map<string, Record<string, string>>()

/** All words of a feature in a language. The handbook reads them where they are written: it comes after no feature. */
export function wordsOnPages(feature: string, locale: Locale): Record<string, string> {
  const folder = feature === 'platform' ? 'src/platform/words' : `src/features/${feature}/words`
  const files = known.has(`${locale} ${feature}`) ? [] : globSync(`${folder}/*.${locale}.json`, { cwd: root })
  const words = known.get(`${locale} ${feature}`) ?? read(files)
  known.set(`${locale} ${feature}`, words)
  return words
}

const read = (files: readonly string[]): Record<string, string> =>
  Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(root, file), 'utf8'))))
