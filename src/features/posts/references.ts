import { orcidUrl } from '../../platform/identifiers.ts'
import { slugOf } from './post.ts'
import { type Published, sortedName } from './published.ts'

/** The forms in which reference managers take a post along, by the end of the file's name. */
export const referenceForms = ['bib', 'ris', 'json'] as const
export type ReferenceForm = (typeof referenceForms)[number]

export const referenceTypes: Record<ReferenceForm, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
}

/** The file of a post in a form. */
export const referenceIn = (form: ReferenceForm, post: Published): string => writers[form](post)

const writers: Record<ReferenceForm, (post: Published) => string> = { bib: bibtex, ris, json: csl }

/** By what a text refers to it: family name, year, and the first word of the title, "molina2016welcome". */
function keyOf({ authors, publisher, publishedOn, title }: Published): string {
  const who = authors[0]?.parts?.family ?? authors[0]?.name ?? publisher
  const [first = ''] = slugOf(title).split('-')
  return `${slugOf(who, 'author').replaceAll('-', '')}${publishedOn.slice(0, 4)}${first}`
}

/**
 * BibTeX, which both `bibtex` and `biber` read.
 *
 * @source http://www.bibtex.org/Format/ and the manual of biblatex, 2.1.1
 */
function bibtex(post: Published): string {
  const [year = '', month = '01', day = '01'] = post.publishedOn.split('-')
  const authors = post.authors.map(({ name, parts }) =>
    parts && parts.given !== '' ? `${tex(parts.family)}, ${tex(parts.given)}` : `{${tex(name)}}`,
  )
  const fields: [name: string, value: string][] = [
    ['author', `{${authors.length > 0 ? authors.join(' and ') : `{${tex(post.publisher)}}`}}`],
    // Twice in braces, or capitals would be lost.
    ['title', `{{${tex(post.title)}}}`],
    ['howpublished', `{${tex(post.publisher)}}`],
    ['year', `{${year}}`],
    ['month', months[Number(month) - 1] ?? ''],
    ['day', `{${Number(day)}}`],
    ...(post.doi === null ? [] : [['doi', `{${post.doi.replaceAll('_', '\\_')}}`] as [string, string]]),
    ...(post.issn === null ? [] : [['issn', `{${post.issn}}`] as [string, string]]),
    ['url', `{${new URL(post.url).href.replace(/[{}\\]/g, encodeURIComponent)}}`],
    ['langid', `{${post.locale}}`],
    ...(post.summary ? [['abstract', `{${tex(post.summary)}}`] as [string, string]] : []),
    ...(post.tags.length > 0
      ? [
          ['keywords', `{${post.tags.map((tag) => tex(tag.replaceAll(',', ' '))).join(', ')}}`] as [
            string,
            string,
          ],
        ]
      : []),
  ]
  return `@misc{${keyOf(post)},\n${fields.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`
}

/** As BibTeX names them, without braces. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A text as TeX prints it: what it takes for orders is written out, so that braces always stand in pairs. */
const tex = (text: string) => oneLine(text).replace(/[\\{}$&#%_^~]/g, (sign) => texSigns[sign] ?? `\\${sign}`)

const texSigns: Record<string, string> = {
  '\\': '{\\textbackslash}',
  // By name, since BibTeX counts the signs themselves also behind a backslash.
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '^': '{\\textasciicircum}',
  '~': '{\\textasciitilde}',
}

/** RIS, a tag a line. @source https://en.wikipedia.org/wiki/RIS_(file_format) and what Zotero writes for a blog post */
function ris(post: Published): string {
  const lines: [tag: string, value: string][] = [
    ['TY', 'BLOG'],
    ...(post.authors.length > 0 ? post.authors.map(sortedName) : [post.publisher]).map(
      (name): [string, string] => ['AU', name],
    ),
    ['TI', post.title],
    ['T2', post.publisher],
    ['PY', post.publishedOn.slice(0, 4)],
    ['DA', post.publishedOn.replaceAll('-', '/')],
    ['LA', post.locale],
    ...(post.doi === null ? [] : [['DO', post.doi] as [string, string]]),
    ...(post.issn === null ? [] : [['SN', post.issn] as [string, string]]),
    ['UR', post.url],
    ...(post.summary ? [['AB', post.summary] as [string, string]] : []),
    ...post.tags.map((tag): [string, string] => ['KW', tag]),
    ['ER', ''],
  ]
  return lines.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('')
}

/** CSL-JSON, of which reference managers make every style. @source https://docs.citationstyles.org/en/stable/specification.html */
function csl(post: Published): string {
  const authors = post.authors.map(({ name, parts, orcid }) => ({
    ...(parts && parts.given !== '' ? parts : { literal: name }),
    ...(orcid && { ORCID: orcidUrl(orcid) }),
  }))
  const item = {
    id: keyOf(post),
    type: 'post-weblog',
    title: post.title,
    author: authors.length > 0 ? authors : [{ literal: post.publisher }],
    'container-title': post.publisher,
    issued: { 'date-parts': [post.publishedOn.split('-').map(Number)] },
    language: post.locale,
    ...(post.doi !== null && { DOI: post.doi }),
    ...(post.issn !== null && { ISSN: post.issn }),
    URL: post.url,
    abstract: post.summary,
    keyword: post.tags.join(', '),
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

/** Without line breaks, which would begin another field, and signs that nobody sees. */
const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
