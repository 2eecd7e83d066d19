/** The parts of a person's name, by which references are sorted. A name of one word is all family. */
export type PersonName = { given: string; family: string }

/** Who signs a post: the name as printed, and in its parts, null where nobody knows which part is which. */
export type Author = { name: string; parts: PersonName | null; slug?: string; orcid?: string | null }

/** What is known of a name beside how it is printed. */
type Known = {
  name: string
  /** The part of it by which they are sorted, as an editor said; empty where nobody did. */
  familyName: string
  /** As whoever has an account wrote it there, where that makes the same name. */
  account: PersonName | null
}

/** The parts of a printed name: as an editor said, else as the account has them, else as they can be told from it. */
export function partsOf({ name, familyName, account }: Known): PersonName | null {
  if (familyName !== '') return around(name, familyName)
  return account ?? told(name)
}

/** Whether a family name is the beginning or the end of a name, whole words of it. */
export const isPartOf = (name: string, familyName: string): boolean => around(name, familyName) !== null

function around(name: string, family: string): PersonName | null {
  if (name === family) return { given: '', family }
  if (name.endsWith(` ${family}`)) return { given: name.slice(0, -family.length - 1), family }
  if (name.startsWith(`${family} `)) return { given: name.slice(family.length + 1), family }
  return null
}

/**
 * Only what is certain enough: one word; two words of a script whose languages sort by the last; or what a small word begins
 * ("Vincent van Gogh"). Of three words nobody knows: Gabriel García Márquez is not sorted by his last.
 */
function told(name: string): PersonName | null {
  const words = name.split(' ')
  if (words.length === 1) return { given: '', family: name }
  if (!/^[\p{Script=Latin}\p{M}'’. -]+$/u.test(name)) return null
  const small = words.findIndex((word, index) => index > 0 && particles.has(word))
  const from = small > 0 ? small : words.length === 2 ? 1 : 0
  const isName = from > 0 && /^\p{Lu}/u.test(words.at(-1) ?? '')
  return isName ? { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') } : null
}

/** Small words with which a family name begins. Others part no name: "Ada and friends". */
const particles = new Set([
  ...['van', 'von', 'der', 'den', 'de', 'da', 'do', 'dos', 'das', 'del', 'della', 'di', 'du', 'la', 'le'],
  ...['ter', 'ten', 'zu', 'zur', 'af', 'av', 'el', 'al', 'bin', 'ibn', 'bint'],
])

/** Given names as initials where their script has them: "Jean-Paul" as "J.-P.", "Mary Ann" as "M. A."; else as they are. */
export function initialsOf(given: string): string {
  if (!/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}'’. -]*$/u.test(given)) return given
  const initial = (word: string) => word.replace(/^(\p{L}\p{M}*).*$/u, '$1.')
  return given
    .replaceAll('.', '. ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.split('-').map(initial).join('-'))
    .join(' ')
}
