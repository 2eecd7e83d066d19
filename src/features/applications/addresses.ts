import { emailKey } from '../../platform/email-key.ts'
import { fold } from './fold.ts'

/**
 * Normal form of an e-mail address, for telling people apart: two addresses with one key reach one person. Slips of the
 * hand are mended, so that lists of former rounds that hold them still name the person. Not for writing to anyone.
 *
 * @returns the text in lower case, trimmed, when it is no address at all
 */
export function addressKey(email: string): string {
  const plain = email.normalize('NFKC').toLowerCase()
  const mended = isAddress(plain) ? plain : mend(plain)
  return isAddress(mended) ? emailKey(mended) : plain.trim()
}

export type AddressProblem = {
  why: 'missing' | 'not-an-address' | 'no-at' | 'two-ats' | 'bad-name' | 'bad-domain' | 'stray-characters'
  /** The address that was probably meant. */
  mend: string | null
  /** Whether nobody would doubt the mend. */
  obvious: boolean
}

/**
 * What keeps mail from reaching an address as it is written; null when it could.
 *
 * @param knownDomains domains of others, to finish one that was cut off
 */
export function addressProblem(email: string, knownDomains: readonly string[] = []): AddressProblem | null {
  if (isAddress(email)) return null
  if (saysNothing(email)) return { why: 'missing', mend: null, obvious: false }
  const mended = mend(email)
  const why = whyNot(email)
  if (isAddress(mended)) return { why, mend: mended, obvious: true }
  return { why, mend: wholeDomain(mended, knownDomains) ?? firstAddressIn(email), obvious: false }
}

/** "Ada <ada@library.example>", "ada@library.example (work)": the one that stands among other words, of several the first. */
function firstAddressIn(text: string): string | null {
  const found = text.split(/[\s<>()[\],;|]+/).map(withoutPadding)
  return found.find((part) => isAddress(part)) ?? null
}

/** At most 254 characters, 64 before the @ (RFC 5321), and a domain with a dot. Letters of every script. */
export function isAddress(email: string): boolean {
  if (email.length > 254) return false
  const match = /^([^\s@,;:<>()[\]"\\]{1,64})@([^\s@,;:<>()[\]"\\/]+)$/u.exec(email)
  return match !== null && isLocalPart(match[1] ?? '') && isDomain(match[2] ?? '')
}

const isLocalPart = (local: string) => !/^\.|\.\.|\.$/.test(local)
const isDomain = (domain: string) =>
  domain.includes('.') &&
  domain.split('.').every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label)) &&
  !/\.\d+$/.test(domain)

const nothings = new Set([
  '',
  'na',
  'n a',
  'none',
  'no',
  'nil',
  'nope',
  'not applicable',
  'x',
  'xx',
  'xxx',
  'test',
  'unknown',
])
const saysNothing = (email: string) => nothings.has(fold(email))

function whyNot(email: string): AddressProblem['why'] {
  const ats = email.split('@').length - 1
  if (ats === 0) return /\.\w/.test(email) ? 'no-at' : 'not-an-address'
  if (ats > 1) return 'two-ats'
  if (/[\s,;:<>()"]/.test(email)) return 'stray-characters'
  return isDomain(email.slice(email.indexOf('@') + 1)) ? 'bad-name' : 'bad-domain'
}

/** Slips of the hand that have one reading only. */
function mend(email: string): string {
  return withoutPadding(email)
    .normalize('NFKC')
    .replace(/^mailto:/i, '')
    .replace(/\s*[([{]\s*at\s*[)\]}]\s*|\s+at\s+/i, '@')
    .replace(/\s*[([{]\s*dot\s*[)\]}]\s*|\s+dot\s+/gi, '.')
    .replace(/@{2,}/g, '@')
    .replace(/\s*@\s*/g, '@')
    .replace(/(?<=@.*),(?=\w)/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/\.?@\.?/, '@')
    .replace(/(?<=@(\S*))\s+(?=\S+$)/g, (blank, before: string, at: number, all: string) =>
      isDomain(before.replace(/\.$/, '')) && all[at + blank.length] !== '.' ? blank : '',
    )
}

/** Blanks, quotes, brackets and final punctuation around an address are nobody's. */
const withoutPadding = (email: string) =>
  email.replace(/\p{Cf}/gu, '').replace(/^[\s<("'[]+|[\s>)"'\],;.]+$/g, '')

function wholeDomain(email: string, knownDomains: readonly string[]): string | null {
  const at = email.indexOf('@')
  if (at < 1) return null
  const stem = `${email.slice(at + 1).toLowerCase()}.`
  const fitting = knownDomains.filter((domain) => domain.startsWith(stem))
  const whole = `${email.slice(0, at)}@${fitting[0]}`
  return fitting.length === 1 && isAddress(whole) ? whole : null
}

/** The domains that at least three of the addresses have, for `addressProblem`. */
export function domainsOf(emails: Iterable<string>): string[] {
  const counts = new Map<string, number>()
  for (const email of emails) {
    if (!isAddress(email)) continue
    const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
    counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= 3).map(([domain]) => domain)
}
