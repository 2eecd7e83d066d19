/** What a message may be like. @see docs/decisions/0088-the-fediverse.md */
export const gateLimits = { bytes: 64 * 1024, depth: 12, objects: 60, hours: 1 } as const

/** How a request is signed: by which key, and what of it the signature covers. */
export type Seal = { keyId: string; isNew: boolean }

/** Why a message is not looked at any further. */
export type Refused =
  | 'unsigned'
  | 'badly-signed'
  | 'stale'
  | 'not-json'
  | 'too-deep'
  | 'too-much'
  | 'no-actor'

/** What the older way must cover, so that nothing of a message can be put into another one. */
const coveredBefore = ['(request-target)', 'host', 'date', 'digest']

/**
 * Reads how a request is signed, before anything is computed: one signature, which covers where it goes, and its body.
 *
 * @source RFC 9421, and draft-cavage-http-signatures-12 as Mastodon uses it
 */
export function sealOf(headers: Headers): Seal | Refused {
  const [signature, input] = [headers.get('Signature'), headers.get('Signature-Input')]
  if (!signature || signature.length > 4_000) return 'unsigned'
  if (input !== null) return newSeal(input)
  const said = new Map([...signature.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]))
  const covered = (said.get('headers') ?? '').toLowerCase().split(' ')
  const keyId = said.get('keyId')
  if (!keyId || !URL.canParse(keyId)) return 'badly-signed'
  return coveredBefore.every((one) => covered.includes(one)) ? { keyId, isNew: false } : 'badly-signed'
}

function newSeal(input: string): Seal | Refused {
  // One signature alone: of several, a weaker one could be the one that holds.
  const [, listed = '', parameters = ''] =
    /^[a-z*][a-z0-9_.*-]*=\(((?:"[^"]*"(?:;[a-z-]+)*\s*)*)\)((?:;[a-z]+=(?:"[^"]*"|\d+))*)$/.exec(
      input.slice(0, 4_000),
    ) ?? []
  const covered = new Set([...listed.matchAll(/"([^"]*)"/g)].map(([, name]) => name))
  const [, keyId] = /;keyid="([^"]*)"/.exec(parameters) ?? []
  if (!keyId || !URL.canParse(keyId)) return 'badly-signed'
  const isAimed = covered.has('@target-uri') || (covered.has('@authority') && covered.has('@path'))
  return isAimed && covered.has('@method') && covered.has('content-digest')
    ? { keyId, isNew: true }
    : 'badly-signed'
}

/** Whether a request was signed within the hour: what is older was held back, or is sent again by somebody else. */
export const isFresh = (headers: Headers, now: Date): boolean =>
  Math.abs(now.getTime() - signedAt(headers)) <= gateLimits.hours * 3_600_000

/** When a request was signed, in milliseconds; NaN where it does not say. */
export function signedAt(headers: Headers): number {
  const [, created] = /;created=(\d{1,12})/.exec(headers.get('Signature-Input') ?? '') ?? []
  return created === undefined ? Date.parse(headers.get('Date') ?? '') : Number(created) * 1_000
}

/** Whether a text is an address on the web that can be asked: no request goes to one with a name and a password in it. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

/** A message as far as everyone must be able to read it. */
export type Plain = Record<string, unknown> & { actor: string }

/** Parses a message, unless it is so deep or so full that reading it would cost more than it says. */
export function plainIn(body: string): Plain | Refused {
  const parsed = objectIn(body, gateLimits)
  if (typeof parsed === 'string') return parsed
  const { actor } = parsed
  if (typeof actor !== 'string' || !isWebAddress(actor)) return 'no-actor'
  return { ...parsed, actor }
}

/** The same of any object. */
export function objectIn(
  body: string,
  limits: { depth: number; objects: number },
): Record<string, unknown> | 'not-json' | 'too-deep' | 'too-much' {
  const parsed = parsedJson(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'not-json'
  const open: { value: object; depth: number }[] = [{ value: parsed, depth: 1 }]
  let objects = 0
  for (let next = open.pop(); next; next = open.pop()) {
    objects += 1
    if (next.depth > limits.depth) return 'too-deep'
    if (objects > limits.objects) return 'too-much'
    for (const value of Object.values(next.value))
      if (typeof value === 'object' && value !== null) open.push({ value, depth: next.depth + 1 })
  }
  return parsed as Record<string, unknown>
}

function parsedJson(body: string): unknown {
  // Nobody writes a NUL, and the database takes none.
  if (body.includes('\\u0000')) return undefined
  try {
    return JSON.parse(body)
  } catch {
    // What is no JSON is refused as that.
    return undefined
  }
}
