import type { Object as Said } from '@fedify/vocab'

/** What a channel says, as other servers read it. */
export type Json = Record<string, unknown>

export const activityType = 'application/activity+json; charset=utf-8'

/** Loaded when something is first said: a network that is not in the fediverse pays nothing for it. */
export const vocabulary = () => import('@fedify/vocab')

const everyone = 'https://www.w3.org/ns/activitystreams#Public'

/** Lists that some servers read only as lists, also where they hold one thing. */
const lists = new Set(['alsoKnownAs', 'attachment', 'attributionDomains', 'cc', 'tag', 'to'])

/** A word of Mastodon's that the vocabulary does not know. */
const attributionDomains = { '@id': 'http://joinmastodon.org/ns#attributionDomains', '@container': '@set' }

/**
 * An object as JSON that servers understand which read no JSON-LD.
 *
 * @param domains whose pages may name an account as their author
 */
export async function jsonOf(said: Said, domains?: readonly string[]): Promise<Json> {
  const json = plainly(await said.toJsonLd()) as Json
  if (domains === undefined) return json
  const context = [json['@context'] ?? []].flat()
  return { ...json, '@context': [...context, { attributionDomains }], attributionDomains: domains }
}

function plainly(value: unknown, name = ''): unknown {
  if (name === '@context') return value
  if (value === 'as:Public') return everyone
  if (Array.isArray(value)) return value.map((one) => plainly(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const plain = plainly(one, key)
      return [key, lists.has(key) && !Array.isArray(plain) ? [plain] : plain]
    }),
  )
}

/** An instant as the vocabulary has it. */
export async function instantOf(at: Date): Promise<Temporal.Instant> {
  const polyfill = await import('@js-temporal/polyfill')
  return polyfill.Temporal.Instant.fromEpochMilliseconds(at.getTime()) as unknown as Temporal.Instant
}
