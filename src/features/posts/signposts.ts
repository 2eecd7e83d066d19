import { orcidUrl } from '../../platform/identifiers.ts'
import { citedAt, type Published } from './published.ts'
import { type ReferenceForm, referenceForms, referenceTypes } from './references.ts'

/**
 * What a machine that comes to a post is told in the header `Link`: by which address it is cited, who wrote it, under which
 * licence, what it is, what describes it, and what it consists of.
 *
 * @param referenceAt where its references are, absolute
 * @source https://signposting.org/FAIR/, level 1
 */
export function signposts(post: Published, referenceAt: (form: ReferenceForm) => string): string {
  const links: [relation: string, url: string, type?: string][] = [
    ['cite-as', citedAt(post)],
    ...post.authors.flatMap(({ orcid, slug }): [string, string][] => {
      if (orcid) return [['author', orcidUrl(orcid)]]
      return slug === undefined ? [] : [['author', `${post.site}/authors/${slug}`]]
    }),
    ...(post.licence?.url ? [['license', post.licence.url] satisfies [string, string]] : []),
    ['type', 'https://schema.org/BlogPosting'],
    ...referenceForms.map((form): [string, string, string] => [
      'describedby',
      referenceAt(form),
      referenceTypes[form].replace(/;.*/, ''),
    ]),
    ['item', post.url, 'text/html'],
    ...(post.image === null ? [] : [['item', post.image] satisfies [string, string]]),
  ]
  return links.map(written).join(', ')
}

/** An address is written in letters that a header may have. */
const written = ([relation, url, type]: [string, string, string?]) =>
  `<${new URL(url).href}>; rel="${relation}"${type === undefined ? '' : `; type="${type}"`}`
