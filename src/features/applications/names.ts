import { countryOf } from './countries.ts'
import { fold } from './fold.ts'
import { zoneOf } from './zones.ts'

/** Whether a text could be what someone is called, and is neither a place nor an empty phrase. */
export function looksLikeName(text: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}'’. -]{0,40}$/u.test(text) || text.split(/\s+/).length > mostWords) return false
  if (nothings.has(fold(text))) return false
  return isFirstName(text) || !isPlace(text)
}

const mostWords = 3

function isPlace(text: string): boolean {
  const country = countryOf(text)
  return country.code !== null || country.suggestion !== null || zoneOf(text) !== null
}

const nothings = new Set([
  ...['na', 'n a', 'none', 'no', 'nil', 'not applicable', 'unknown', 'test', 'x', 'xx', 'xxx'],
  ...[
    'same',
    'as above',
    'see above',
    'other',
    'home',
    'here',
    'online',
    'remote',
    'yes',
    'address',
    'email',
  ],
  ...['no tengo', 'ninguno', 'ninguna', 'otro', 'aucun', 'aucune', 'nenhum', 'لا يوجد', 'لا'],
])

/** Whether others of the round are called so. @param around first names, folded */
export const isBorne = (text: string, { names }: { names: ReadonlySet<string> }) =>
  looksLikeName(text) && names.has(fold(text))

/** Whether people are called so, though it is the name of a country in English. */
export const isFirstName = (text: string) => countriesLikeNames.has(fold(text))

const countriesLikeNames = new Set(
  (
    'america argentina armenia austria bolivia brazil chad china cuba cyprus dominica egypt france gabon georgia ' +
    'holland india ireland israel italy jamaica jersey jordan kenya lebanon malaysia mali malta martinique monaco ' +
    'montserrat oman palestine persia samoa senegal trinidad tunisia venezuela vietnam zaire'
  ).split(' '),
)

/** The given and the family name of a whole one, as in "Ada Novák", "Dr Ada Novák" and "Novák, Ada". */
export function namesIn(full: string): { givenName: string; familyName: string } {
  const [family = '', given = '', ...more] = full.split(',').map((part) => part.trim())
  const isTurned = family !== '' && given !== '' && more.length === 0 && !given.split(' ').every(isDegree)
  if (isTurned) return { givenName: given, familyName: family }
  const words = full.split(' ')
  const at = words.findIndex((word) => !isTitle(word))
  const [first = '', ...rest] = at < 0 ? words : words.slice(at)
  return { givenName: first, familyName: rest.join(' ') }
}

/** Whether a text says how to address somebody, and not what they are called. */
export const isTitle = (text: string) => titles.has(fold(text))

const titles = new Set(
  'mr mrs ms miss mx dr drs prof professor rev sir sr sra srta dra mme mlle herr frau lic'.split(' '),
)

const isDegree = (word: string) => degrees.has(fold(word))

const degrees = new Set('jr sr ii iii iv phd edd md ma ba msc bsc mba mis mls mlis mlib esq'.split(' '))
