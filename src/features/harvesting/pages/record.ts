import { doiUrl, orcidUrl } from '../../../platform/identifiers.ts'
import { element, text } from '../../../platform/xml.ts'
import { entryId, type Published, sortedName } from '../../posts/index.ts'
import type { Format } from '../schema.ts'

/** A post as catalogues describe it. */
export type Described = Published & { id: string }

const schemas = {
  oai_dc: {
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
  },
  mods: {
    namespace: 'http://www.loc.gov/mods/v3',
    schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
  },
} as const satisfies Record<Format, { namespace: string; schema: string }>

/** The description of a post in XML. */
export const described = (format: Format, post: Described): string => writers[format](post)

/** What is said of a format where they are listed. */
export function formatListed(format: Format): string {
  const { namespace, schema } = schemas[format]
  return element(
    'metadataFormat',
    {},
    element('metadataPrefix', {}, format),
    element('schema', {}, schema),
    element('metadataNamespace', {}, namespace),
  )
}

const writers: Record<Format, (post: Described) => string> = { oai_dc: dublinCore, mods }

const located = ({ namespace, schema }: (typeof schemas)[Format]) => ({
  'xsi:schemaLocation': `${namespace} ${schema}`,
})

/** Simple Dublin Core. A network that signs is the creator. */
function dublinCore(post: Described): string {
  const { locale, publisher } = post
  const creators = post.authors.length > 0 ? post.authors.map(sortedName) : [publisher]
  const said = (name: string, value: string, isInItsLanguage = false) =>
    element(`dc:${name}`, isInItsLanguage ? { 'xml:lang': locale } : {}, text(value))
  return element(
    'oai_dc:dc',
    {
      'xmlns:oai_dc': schemas.oai_dc.namespace,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      ...located(schemas.oai_dc),
    },
    said('title', post.title, true),
    ...creators.map((creator) => said('creator', creator)),
    ...post.tags.map((tag) => said('subject', tag, true)),
    post.summary === '' ? '' : said('description', post.summary, true),
    said('publisher', publisher),
    said('date', post.publishedOn),
    said('type', 'Text'),
    said('type', 'Blog post'),
    said('format', 'text/html'),
    said('identifier', post.url),
    said('identifier', entryId(post.id)),
    post.doi === null ? '' : said('identifier', doiUrl(post.doi)),
    post.issn === null ? '' : said('source', `ISSN ${post.issn}`),
    said('language', locale),
    ...post.translations.map(({ url }) => said('relation', url)),
    said('rights', post.rights),
    post.licence?.url ? said('rights', post.licence.url) : '',
  )
}

/** @source https://www.loc.gov/standards/mods/userguide/, version 3.8 */
function mods(post: Described): string {
  const { locale, publisher, doi, issn } = post
  return element(
    'mods',
    {
      ...{ xmlns: schemas.mods.namespace, 'xmlns:xlink': 'http://www.w3.org/1999/xlink', version: '3.8' },
      ...located(schemas.mods),
    },
    element('titleInfo', { lang: locale }, element('title', {}, text(post.title))),
    ...post.authors.map(personIn),
    post.authors.length > 0 ? '' : nameIn('corporate', element('namePart', {}, text(publisher))),
    element('typeOfResource', {}, 'text'),
    element('genre', {}, 'blog post'),
    element(
      'originInfo',
      {},
      element('publisher', {}, text(publisher)),
      element('dateIssued', { encoding: 'w3cdtf', keyDate: 'yes' }, post.publishedOn),
    ),
    element('language', {}, element('languageTerm', { type: 'code', authority: 'rfc5646' }, locale)),
    element('physicalDescription', {}, element('internetMediaType', {}, 'text/html')),
    post.summary === '' ? '' : element('abstract', { lang: locale }, text(post.summary)),
    ...post.tags.map((tag) => element('subject', { lang: locale }, element('topic', {}, text(tag)))),
    element(
      'relatedItem',
      { type: 'host' },
      element('titleInfo', {}, element('title', {}, text(publisher))),
      issn === null ? '' : element('identifier', { type: 'issn' }, issn),
      element('location', {}, element('url', {}, text(post.site))),
    ),
    ...post.translations.map((other) => translationIn(other)),
    element('identifier', { type: 'uri' }, entryId(post.id)),
    doi === null ? '' : element('identifier', { type: 'doi' }, doi),
    element('location', {}, element('url', { usage: 'primary display' }, text(post.url))),
    element(
      'accessCondition',
      {
        type: 'use and reproduction',
        ...(post.licence?.url ? { 'xlink:href': post.licence.url } : {}),
      },
      text(post.rights),
    ),
  )
}

function personIn(author: Described['authors'][number]): string {
  const { name, parts, orcid } = author
  const part = (type: string, value: string) => element('namePart', { type }, text(value))
  const named =
    parts && parts.given !== ''
      ? [part('family', parts.family), part('given', parts.given)]
      : [element('namePart', {}, text(name))]
  const iD = orcid
    ? [element('nameIdentifier', { type: 'orcid', typeURI: 'https://orcid.org' }, orcidUrl(orcid))]
    : []
  return nameIn('personal', ...named, ...iD)
}

const nameIn = (type: 'personal' | 'corporate', ...parts: string[]) =>
  element(
    'name',
    { type },
    ...parts,
    element('role', {}, element('roleTerm', { type: 'code', authority: 'marcrelator' }, 'aut')),
  )

const translationIn = ({ locale, url }: Described['translations'][number]) =>
  element(
    'relatedItem',
    { type: 'otherVersion', otherType: 'translation', lang: locale },
    element('location', {}, element('url', {}, text(url))),
  )
