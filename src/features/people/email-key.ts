/**
 * Normal form of an e-mail address, for finding the person it belongs to. Mail goes to the address as the person
 * wrote it, never to this.
 *
 * What follows a + and, at Gmail, the dots of the name lead to the same mailbox.
 */
export function emailKey(email: string): string {
  const plain = withoutPadding(email).normalize('NFKC').toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 1) return plain
  const domain = plain.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com')
  const name = plain.slice(0, at).replace(/(?<=.)\+.*$/, '')
  return `${domain === 'gmail.com' ? name.replaceAll('.', '') : name}@${domain}`
}

/** Blanks, quotes, brackets and final punctuation come along when an address is copied. */
const withoutPadding = (email: string) =>
  email.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').replace(/^[\s<("'[]+|[\s>)"'\],;.]+$/g, '')
