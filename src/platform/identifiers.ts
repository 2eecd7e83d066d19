// Numbers by which people, series and texts are known everywhere.

/**
 * An ORCID iD as it is written, `0000-0002-1825-0097`, of what somebody typed: with its address or without, parted anyhow.
 *
 * @returns null for what is none, or is mistyped: its last sign follows from the others
 * @source https://support.orcid.org/hc/en-us/articles/360006897674, and ISO/IEC 7064, MOD 11-2
 */
export function orcidIn(typed: string): string | null {
  const said = typed.trim().replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//i, '')
  const signs = withoutParting(said)
  if (!/^\d{15}[\dX]$/.test(signs)) return null
  const total = [...signs.slice(0, 15)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0)
  if (signs.at(-1) !== signOf((12 - (total % 11)) % 11)) return null
  return signs.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * An ISSN as it is written, `2049-3630`, of what somebody typed.
 *
 * @returns null for what is none, or is mistyped: its last sign follows from the others
 * @source ISO 3297, annex A
 */
export function issnIn(typed: string): string | null {
  const signs = withoutParting(typed.trim().replace(/^ISSN:?\s*/i, ''))
  if (!/^\d{7}[\dX]$/.test(signs)) return null
  const total = [...signs.slice(0, 7)].reduce((sum, digit, at) => sum + Number(digit) * (8 - at), 0)
  if (signs.at(-1) !== signOf((11 - (total % 11)) % 11)) return null
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

/**
 * A DOI as it is written, `10.1234/abc`, of what somebody typed: with its address or without. Its letters are small, since
 * large ones are the same to those who resolve it.
 *
 * @returns null for what is none, or has signs with which none is registered at DataCite
 * @source https://support.datacite.org/docs/doi-basics
 */
export function doiIn(typed: string): string | null {
  const said = typed
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi:\s*)/i, '')
    .toLowerCase()
  return said.length <= 200 && /^10\.\d{4,9}\/[-._;()/:a-z0-9]+$/.test(said) ? said : null
}

/** Where they are resolved. */
export const orcidUrl = (orcid: string) => `https://orcid.org/${orcid}`
export const doiUrl = (doi: string) => `https://doi.org/${doi}`

/** In large letters, without what parts its groups. */
const withoutParting = (typed: string) => typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')

/** The number that is checked with, as it is written. */
const signOf = (check: number) => (check === 10 ? 'X' : String(check))
