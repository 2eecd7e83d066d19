import addressparser from 'nodemailer/lib/addressparser'

/** Line breaks and other control characters, also those that only look like line breaks. */
export const control = /[\p{Cc}\u2028\u2029]/u

/** One address and nothing else: what would be a second one, a comment or a name is refused, and what is not seen. */
export const plainAddress = /^(?!.*\p{Bidi_Control})[^\s<>()[\],:;"\\@]+@[^\s<>()[\],:;"\\@]+$/u

/**
 * The address in a sender such as `Twinleaf <hello@network.example>`.
 *
 * @returns null for anything that is not exactly one address, with or without a name
 */
export function addressOf(from: string): string | null {
  return partsOf(from)?.address ?? null
}

/** A sub-address may have 64 characters before the @, of which what proves it takes 46 with its plus. */
const longestName = 18

/** Whether an address leaves room for sub-addresses. */
export const isBounceAddress = (text: string): boolean =>
  plainAddress.test(text) && !text.includes('+') && text.lastIndexOf('@') <= longestName

/** The name and the address in a sender that was found to be one. */
export const senderIn = (from: string) => partsOf(from) ?? { name: '', address: '' }

function partsOf(from: string): { name: string; address: string } | null {
  const [one, ...others] = addressparser(from, { flatten: true })
  const isOne = one?.address && others.length === 0 && plainAddress.test(one.address) && !control.test(from)
  return isOne ? { name: one.name, address: one.address } : null
}
