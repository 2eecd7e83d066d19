import * as z from 'zod'
import { Refused } from './refusal.ts'

/** How a post is described. */
export const formats = ['oai_dc', 'mods'] as const
export type Format = (typeof formats)[number]

/** Which records a harvester wants: instants in UTC, to the second, as `2016-02-29T08:00:00Z`. */
export type Harvest = {
  format: Format
  from: string | null
  until: string | null
  set: string | null
  /** The last record of the part before, and how many came before the next; null for the first part. */
  after: { at: string; id: string; count: number } | null
}

/** What was asked for. */
export type Asked =
  | { verb: 'Identify' | 'ListSets' }
  | { verb: 'ListMetadataFormats'; identifier: string | null }
  | { verb: 'GetRecord'; identifier: string; format: Format }
  | { verb: 'ListIdentifiers' | 'ListRecords'; harvest: Harvest }

const wanted = { needed: [] as string[], taken: [] as string[] }
const listed = { needed: ['metadataPrefix'], taken: ['from', 'until', 'set', 'resumptionToken'] }
const verbs: Record<Asked['verb'], typeof wanted> = {
  Identify: wanted,
  ListSets: { needed: [], taken: ['resumptionToken'] },
  ListMetadataFormats: { needed: [], taken: ['identifier'] },
  GetRecord: { needed: ['identifier', 'metadataPrefix'], taken: [] },
  ListIdentifiers: listed,
  ListRecords: listed,
}

/**
 * Reads a request.
 *
 * @throws Refused with the code that the protocol has for it
 * @source https://www.openarchives.org/OAI/openarchivesprotocol.html, sections 3.6 and 4
 */
export function askedIn(typed: URLSearchParams): Asked {
  const [verb, ...more] = typed.getAll('verb')
  if (verb === undefined || more.length > 0 || !isVerb(verb))
    throw new Refused('badVerb', (t) => t('bad-verb'))
  const said = argumentsOf(verb, typed)
  if (verb === 'Identify') return { verb }
  if (verb === 'ListMetadataFormats') return { verb, identifier: said.get('identifier') ?? null }
  if (verb === 'GetRecord')
    return { verb, identifier: said.get('identifier') ?? '', format: formatIn(said.get('metadataPrefix')) }
  const token = said.get('resumptionToken')
  // All sets come at once: no token of theirs was ever given.
  if (verb === 'ListSets' && token !== undefined) throw badToken()
  if (verb === 'ListSets') return { verb }
  return { verb, harvest: token === undefined ? harvestIn(said) : resumed(token) }
}

const isVerb = (verb: string): verb is Asked['verb'] => Object.hasOwn(verbs, verb)

function argumentsOf(verb: Asked['verb'], typed: URLSearchParams): Map<string, string> {
  const { needed, taken } = verbs[verb]
  const said = new Map<string, string>()
  for (const [name, value] of typed) {
    if (name === 'verb') continue
    if (![...needed, ...taken].includes(name)) throw bad((t) => t('not-known', { verb, name }))
    if (said.has(name)) throw bad((t) => t('repeated', { name }))
    said.set(name, value)
  }
  if (said.has('resumptionToken')) {
    if (said.size > 1) throw bad((t) => t('alone'))
    return said
  }
  for (const name of needed) if (!said.get(name)) throw bad((t) => t('missing', { verb, name }))
  return said
}

const bad = (say: Refused['say']) => new Refused('badArgument', say)
const badToken = () => new Refused('badResumptionToken', (t) => t('bad-token'))

function formatIn(typed: string | undefined): Format {
  const format = formats.find((one) => one === typed)
  if (!format) throw new Refused('cannotDisseminateFormat', (t) => t('no-format'))
  return format
}

function harvestIn(said: ReadonlyMap<string, string>): Harvest {
  const [from, until] = [instantIn('from', said), instantIn('until', said)]
  if (from && until && from.isDay !== until.isDay) throw bad((t) => t('other-form'))
  const [first, last] = [
    from && `${from.day}T${from.time ?? '00:00:00'}Z`,
    until && `${until.day}T${until.time ?? '23:59:59'}Z`,
  ]
  if (first && last && first > last) throw bad((t) => t('wrong-way'))
  const format = formatIn(said.get('metadataPrefix'))
  return { format, from: first, until: last, set: said.get('set') ?? null, after: null }
}

function instantIn(name: 'from' | 'until', said: ReadonlyMap<string, string>) {
  const typed = said.get(name)
  if (typed === undefined) return null
  const [, day = '', time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)Z)?$/.exec(typed) ?? []
  const read = new Date(`${day}T${time ?? '00:00:00'}Z`)
  // What is no day of the calendar becomes another one; the database knows no year 0.
  const isThere =
    !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) && !day.startsWith('0000')
  if (day === '' || !isThere) throw bad((t) => t('no-date', { name }))
  return { day, time, isDay: time === undefined }
}

const instant = z.iso.datetime({ precision: 0 }).refine((at) => !at.startsWith('0000'))

/** A token says all there is to know, so that none of it is kept, and none is ever too old. */
const inToken = z.tuple([
  z.enum(formats),
  instant.nullable(),
  instant.nullable(),
  z.string().nullable(),
  instant,
  z.uuid(),
  z.int().min(0),
])

/** What a harvester gives back to get the next part. */
export const tokenOf = (
  { format, from, until, set }: Harvest,
  after: NonNullable<Harvest['after']>,
): string =>
  Buffer.from(JSON.stringify([format, from, until, set, after.at, after.id, after.count])).toString(
    'base64url',
  )

function resumed(token: string): Harvest {
  const read = inToken.safeParse(jsonIn(Buffer.from(token, 'base64url').toString()))
  if (!read.success) throw badToken()
  const [format, from, until, set, at, id, count] = read.data
  return { format, from, until, set, after: { at, id, count } }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
