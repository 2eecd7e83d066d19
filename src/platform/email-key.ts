/**
 * Normal form of an e-mail address, for finding the person it belongs to: two addresses with one key lead to one
 * mailbox. Mail goes to the address as the person wrote it, never to this.
 */
export function emailKey(email: string): string {
  const plain = withoutPadding(email).normalize('NFKC').toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 1) return plain
  const domain = plain.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com')
  const whole = plain.slice(0, at)
  const name = ignorePlus.has(domain) ? whole.replace(/(?<=[^+])\.*\+.*$/, '') : whole
  return `${domain === 'gmail.com' ? name.replaceAll('.', '') : name}@${domain}`
}

/**
 * A key without what follows a plus, whoever the provider is: two addresses that differ in this lead to two mailboxes.
 * The database says the same in `broad_key`.
 */
export const broadKey = (key: string): string => key.replace(/^([^@+]+)\+[^@]*@/, '$1@')

/** Providers known to deliver `ada+iln@` to `ada@`. Elsewhere the two may be two mailboxes. */
const ignorePlus: ReadonlySet<string> = new Set([
  'gmail.com',
  ...['outlook.com', 'hotmail.com', 'live.com', 'msn.com'],
  ...['icloud.com', 'me.com', 'mac.com'],
  ...['fastmail.com', 'fastmail.fm'],
  ...['proton.me', 'protonmail.com', 'pm.me'],
])

/** Blanks, quotes, brackets and final punctuation come along when an address is copied. */
const withoutPadding = (email: string) =>
  email.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').replace(/^[\s<("'[]+|[\s>)"'\],;.]+$/g, '')
