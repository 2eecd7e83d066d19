export type Licence = { id: string; name: string; url: string }

const CC = 'https://creativecommons.org'
const TERMS = ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd']
/** Version 2.0 is what most photographs of those years carry. */
const VERSIONS = ['4.0', '3.0', '2.0']

/**
 * The licences that a text or a picture may have, as they are printed, with their legal text.
 *
 * @source https://creativecommons.org/licenses/list.en
 */
export const LICENCES: readonly Licence[] = [
  { id: 'cc0-1.0', name: 'CC0 1.0', url: `${CC}/publicdomain/zero/1.0/` },
  { id: 'pdm-1.0', name: 'Public Domain Mark 1.0', url: `${CC}/publicdomain/mark/1.0/` },
  ...VERSIONS.flatMap((version) =>
    TERMS.map((terms) => ({
      id: `cc-${terms}-${version}`,
      name: `CC ${terms.toUpperCase()} ${version}`,
      url: `${CC}/licenses/${terms}/${version}/`,
    })),
  ),
]

/** @returns null for a licence we do not know, or none. */
export const licenceOf = (id: string): Licence | null => LICENCES.find((licence) => licence.id === id) ?? null

/** What a text says that nobody may use without asking. */
const ALL_RIGHTS = 'all-rights-reserved'

/** Those that are given to a text, by their ids: of Creative Commons only the version that is current. */
export const TEXT_LICENCES: readonly string[] = [
  ...LICENCES.map(({ id }) => id).filter((id) => /^cc(0-1|-.*-4)\.0$/.test(id)),
  ALL_RIGHTS,
]
