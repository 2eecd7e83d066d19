import type { App } from '../../../platform/app.ts'
import { secondOf } from '../../../platform/days.ts'
import { addressOf } from '../../../platform/mail/index.ts'
import { type Network, textsIn } from '../../../platform/network/index.ts'
import { element, text, XML } from '../../../platform/xml.ts'
import { entryId, publishedFrom, signedPosts } from '../../posts/index.ts'
import { described, formatListed } from '../pages/record.ts'
import { filterOf, setsIn, setsListed } from '../pages/sets.ts'
import { harvestPath } from '../paths.ts'
import { earliest, type Header, headerOf, partOf, setsOf } from '../queries/records.ts'
import { Refused } from '../refusal.ts'
import { type Asked, askedIn, type Format, formats, type Harvest, tokenOf } from '../schema.ts'
import { words } from '../words.ts'

type Place = { app: App; network: Network }

/**
 * The answer to a harvester, whatever it asked.
 *
 * @source https://www.openarchives.org/OAI/openarchivesprotocol.html
 */
export async function answered(place: Place, typed: URLSearchParams): Promise<string> {
  const { app, network } = place
  try {
    const content = await contentFor(place, askedIn(typed))
    return document(app, Object.fromEntries(typed), element(typed.get('verb') ?? '', {}, ...content))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // What was not understood is not said again.
    const isUnderstood = error.as !== 'badVerb' && error.as !== 'badArgument'
    const sentence = error.say(words(network.locales[0]))
    const attributes = isUnderstood ? Object.fromEntries(typed) : {}
    return document(app, attributes, element('error', { code: error.as }, text(sentence)))
  }
}

function document(app: App, asked: Record<string, string>, content: string): string {
  return (
    XML +
    element(
      'OAI-PMH',
      {
        xmlns: 'http://www.openarchives.org/OAI/2.0/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation':
          'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
      },
      element('responseDate', {}, secondOf(app.now())),
      element('request', asked, text(app.origin + harvestPath)),
      content,
    )
  )
}

async function contentFor(place: Place, asked: Asked): Promise<string[]> {
  const { app, network } = place
  switch (asked.verb) {
    case 'Identify':
      return identified(place)
    case 'ListSets':
      return setsListed(await setsOf(app.db, app.now()), network.locales[0])
    case 'ListMetadataFormats':
      if (asked.identifier !== null) await headerAt(app, asked.identifier)
      return formats.map(formatListed)
    case 'GetRecord':
      return records(place, asked.format, [await headerAt(app, asked.identifier)])
    default:
      return listed(place, asked.harvest, asked.verb === 'ListRecords')
  }
}

async function identified({ app, network }: Place): Promise<string[]> {
  const first = await earliest(app.db, app.now())
  const said = (name: string, value: string) => element(name, {}, text(value))
  return [
    said('repositoryName', textsIn(network, network.locales[0]).name),
    said('baseURL', app.origin + harvestPath),
    said('protocolVersion', '2.0'),
    said('adminEmail', network.replyTo || (addressOf(app.config.mail.from) ?? '')),
    said('earliestDatestamp', first ?? secondOf(app.now())),
    said('deletedRecord', 'persistent'),
    said('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ]
}

/** @throws Refused `idDoesNotExist` */
async function headerAt(app: App, identifier: string): Promise<Header> {
  const [, id] = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(identifier) ?? []
  const header = id === undefined ? undefined : await headerOf(app.db, app.now(), id)
  if (!header) throw new Refused('idDoesNotExist', (t) => t('no-record'))
  return header
}

/** @throws Refused `noRecordsMatch` */
async function listed(place: Place, harvest: Harvest, isWhole: boolean): Promise<string[]> {
  const { app } = place
  const filter = harvest.set === null ? {} : filterOf(harvest.set)
  const none = new Refused('noRecordsMatch', (t) => t('no-match'))
  if (filter === null) throw none
  const { headers, isLast, count } = await partOf(app.db, app.now(), harvest, filter)
  const last = headers.at(-1)
  if (!last) throw none
  const said = isWhole ? await records(place, harvest.format, headers) : headers.map(headerIn)
  const before = harvest.after?.count ?? 0
  // The last part of several ends with an empty one.
  if (isLast && before === 0) return said
  const next = isLast ? '' : tokenOf(harvest, { at: last.at, id: last.id, count: before + headers.length })
  return [...said, element('resumptionToken', { completeListSize: `${count}`, cursor: `${before}` }, next)]
}

function headerIn(header: Header): string {
  return element(
    'header',
    header.isWithdrawn ? { status: 'deleted' } : {},
    element('identifier', {}, entryId(header.id)),
    element('datestamp', {}, header.at),
    ...setsIn(header).map((spec) => element('setSpec', {}, spec)),
  )
}

async function records(
  { app, network }: Place,
  format: Format,
  headers: readonly Header[],
): Promise<string[]> {
  const ids = headers.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id)
  const posts = new Map((await signedPosts(app.db, app.now(), ids)).map((post) => [post.id, post]))
  return headers.map((header) => {
    const post = posts.get(header.id)
    if (!post) return element('record', {}, headerIn({ ...header, isWithdrawn: true }))
    const metadata = described(format, { ...publishedFrom(post, network), id: post.id })
    return element('record', {}, headerIn(header), element('metadata', {}, metadata))
  })
}
