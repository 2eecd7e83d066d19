import { initialsOf } from './person-name.ts'
import { type Published, sortedName } from './published.ts'

/** The styles in which a post is cited. */
export const styles = ['apa', 'mla', 'chicago'] as const
export type Style = (typeof styles)[number]

/** A reference in its parts, one after the other: words, and the name of the blog, which is set in italics. */
export type Reference = readonly (string | { italic: string })[]

/** What a reference says of a post; `blog` is the word for one, in the language of the post. */
export type Cited = Pick<Published, 'title' | 'locale' | 'publishedOn' | 'authors' | 'url' | 'publisher'> & {
  blog: string
}

/** A reference as plain text. */
export const plain = (reference: Reference): string =>
  reference.map((part) => (typeof part === 'string' ? part : part.italic)).join('')

/** A post in a list of references. In other languages than English, names and days are put as the language does. */
export const cite = (style: Style, post: Cited): Reference => formatters[style](post)

const formatters: Record<Style, (post: Cited) => Reference> = { apa, mla, chicago }

/**
 * APA, seventh edition. A network that signs is the author, and is then not named again as the site. Twelve authors at most
 * sign a post, so none is left out.
 *
 * @source https://apastyle.apa.org/style-grammar-guidelines/references/examples/blog-post-references
 */
function apa(post: Cited): Reference {
  const { authors, publisher, title, url, locale } = post
  const names = authors.map((author) => {
    const { parts } = author
    return parts && parts.given !== '' ? `${parts.family}, ${initialsOf(parts.given)}` : author.name
  })
  const [year] = post.publishedOn.split('-')
  const day = dayOf(post, { month: 'long', day: 'numeric' })
  const start = `${closed(namesIn(locale, names.length > 0 ? names : [publisher], '&'))} (${year}, ${day}). ${closed(title)} `
  return names.length > 0 ? [start, { italic: publisher }, `. ${url}`] : [`${start}${url}`]
}

/**
 * MLA, ninth edition. What an organisation publishes itself begins with its title; from three authors on, the first stands for
 * all; an address stands without its protocol, unless it is that of a DOI.
 *
 * @source https://style.mla.org/works-cited/citations-by-format/
 */
function mla(post: Cited): Reference {
  const { authors, publisher, title, url, locale } = post
  const names = firstInverted(post)
  const said = authors.length > 2 ? `${names[0]}, et al` : namesIn(locale, names, 'and')
  const date =
    locale === 'en' ? mlaDay(post) : dayOf(post, { day: 'numeric', month: 'short', year: 'numeric' })
  const start = said === '' ? '' : `${closed(said)} `
  return [
    `${start}${quoted(title)} `,
    { italic: publisher },
    `, ${date}, ${url.replace(/^https?:\/\/(?!doi\.org\/)/, '')}.`,
  ]
}

/**
 * Chicago, eighteenth edition, as in a bibliography. Up to six authors are named; of more, the first three.
 *
 * @source The Chicago Manual of Style, 13.23 and 14.105
 */
function chicago(post: Cited): Reference {
  const { publisher, title, url, locale, blog } = post
  const names = firstInverted(post)
  const many = names.length > 6 ? `${names.slice(0, 3).join(', ')}, et al` : namesIn(locale, names, 'and')
  const date = dayOf(post, { day: 'numeric', month: 'long', year: 'numeric' })
  return [
    `${closed(many || publisher)} ${quoted(title)} `,
    { italic: publisher },
    ` (${blog}), ${date}. ${url}.`,
  ]
}

/** The first author by the family name, the others as they are printed. */
const firstInverted = ({ authors }: Cited): string[] =>
  authors.map((author, index) => (index === 0 ? sortedName(author) : author.name))

/** In English with a comma before the last, as the styles do after an inverted name; else as the language lists names. */
function namesIn(locale: string, names: readonly string[], last: '&' | 'and'): string {
  if (locale !== 'en') return new Intl.ListFormat(locale).format(names)
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}, ${last} ${names.at(-1)}`
}

/** In our figures, whatever the language. */
function dayOf({ publishedOn, locale }: Cited, parts: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${Object.entries(parts)}`
  const options = { ...parts, timeZone: 'UTC', numberingSystem: 'latn' }
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-US' : locale, options)
  dayFormats.set(key, format)
  return format.format(new Date(publishedOn))
}

/** To make one takes a hundred times as long as to use it, and each page of a post cites it in four styles. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** "25 Apr. 2013": months of more than four letters are cut to three, September to four. */
function mlaDay(post: Cited): string {
  const month = dayOf(post, { month: 'long' })
  const letters = post.publishedOn.slice(5, 7) === '09' ? 4 : 3
  const short = month.length <= 4 ? month : `${month.slice(0, letters)}.`
  return `${Number(post.publishedOn.slice(8))} ${short} ${post.publishedOn.slice(0, 4)}`
}

/** Ended by a full stop, unless it ends by itself. */
const closed = (text: string) => (/[.?!…؟。？！]$/u.test(text) ? text : `${text}.`)

/** A title in quotation marks, which ends within them; marks of its own become single ones. */
const quoted = (title: string) =>
  `“${closed(title.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')).replace(/"([^"]*)"/g, '‘$1’'))}”`
