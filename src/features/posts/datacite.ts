import { orcidUrl } from '../../platform/identifiers.ts'
import type { Author } from './person-name.ts'
import { type Published, sortedName } from './published.ts'

/**
 * What is deposited when a DOI is registered for a post: a record of DataCite 4.6, in its JSON. The address to which the DOI
 * leads is no part of it, and stands among its other identifiers.
 *
 * @source https://datacite-metadata-schema.readthedocs.io/en/4.6/, and its JSON schema in `datacite`, which libraries use
 */
export function dataciteRecord(post: Published): Record<string, unknown> {
  const { title, summary, locale, publisher, publishedOn, url, doi } = post
  const creators = post.authors.map(creatorOf)
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    ...(doi !== null && { doi }),
    types: { resourceTypeGeneral: 'Text', resourceType: 'BlogPost' },
    creators: creators.length > 0 ? creators : [{ name: publisher, nameType: 'Organizational' }],
    titles: [{ title, lang: locale }],
    publisher: { name: publisher, lang: locale },
    publicationYear: publishedOn.slice(0, 4),
    dates: [{ date: publishedOn, dateType: 'Issued' }, ...post.corrections.map(correctedIn)],
    language: locale,
    subjects: post.tags.map((subject) => ({ subject, lang: locale })),
    alternateIdentifiers: [{ alternateIdentifier: url, alternateIdentifierType: 'URL' }],
    relatedIdentifiers: post.translations.map((other) => ({
      relatedIdentifier: other.url,
      relatedIdentifierType: 'URL',
      relationType: 'IsVariantFormOf',
    })),
    relatedItems: [blogOf(post)],
    formats: ['text/html'],
    rightsList: rightsOf(post),
    descriptions: summary === '' ? [] : [{ description: summary, descriptionType: 'Abstract', lang: locale }],
  }
}

const creatorOf = (author: Author) => ({
  name: sortedName(author),
  nameType: 'Personal',
  ...(author.parts &&
    author.parts.given !== '' && { givenName: author.parts.given, familyName: author.parts.family }),
  ...(author.orcid && {
    nameIdentifiers: [
      {
        nameIdentifier: orcidUrl(author.orcid),
        nameIdentifierScheme: 'ORCID',
        schemeUri: 'https://orcid.org',
      },
    ],
  }),
})

const correctedIn = ({ on, said }: Published['corrections'][number]) => ({
  ...{ date: on, dateType: 'Updated', dateInformation: said },
})

const blogOf = ({ publisher, locale, issn, site }: Published) => ({
  relatedItemType: 'Collection',
  relationType: 'IsPublishedIn',
  titles: [{ title: publisher, lang: locale }],
  relatedItemIdentifier:
    issn === null
      ? { relatedItemIdentifier: site, relatedItemIdentifierType: 'URL' }
      : { relatedItemIdentifier: issn, relatedItemIdentifierType: 'ISSN' },
})

/** Those of Creative Commons have a name in the list of SPDX, which is that which is printed, with hyphens. */
function rightsOf({ licence, rights, locale }: Published) {
  if (licence === null || licence.url === null) return [{ rights: licence?.name ?? rights, lang: locale }]
  return [
    {
      ...{ rights: licence.name, rightsUri: licence.url, lang: locale },
      ...(licence.name.startsWith('CC') && {
        rightsIdentifier: licence.name.replaceAll(' ', '-'),
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
      }),
    },
  ]
}
