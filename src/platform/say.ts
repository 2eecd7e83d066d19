import { licenceOf } from './licences.ts'
import { type Arguments, type English, files } from './words/index.ts'
import { type Catalogue, catalogue, sayRefusal } from './words.ts'

/** Words that every page needs: the frame, errors beside fields, refusals. */
export const platformWords = catalogue<English, Arguments>(files)

/** Says the code of an error beside a field, `too-long 120` and `between 0 12` with their numbers: in the feature's own words where it has some, else in everyone's. */
export function errorWords(
  own: Pick<Catalogue<never, unknown>, 'find'>,
  locale: string,
): (code: string) => string {
  return (said) => {
    const [code, ...numbers] = said.split(' ')
    const [first = 0, last = 0] = numbers.map(Number)
    if (code === 'too-long' && first) return platformWords(locale)('error.longer-than', { most: first })
    if (code === 'between') return platformWords(locale)('error.between', { least: first, most: last })
    return (
      own.find(locale, `error.${code}`) ??
      platformWords.find(locale, `error.${code}`) ??
      platformWords(locale)('error.not-understood')
    )
  }
}

/**
 * The same where a refusal may stand beside a field, as the one that says why a picture is not taken. What a feature says of its
 * own beside a field comes first: a refusal may speak to somebody else.
 */
export function refusalOrErrorWords(own: Pick<Catalogue<never, unknown>, 'find'>, locale: string) {
  const say = errorWords(own, locale)
  return (code: string): string =>
    own.find(locale, `error.${code}`) ?? sayRefusal(locale, code, {}) ?? say(code)
}

/**
 * What a pager of numbered pages says and where it leads.
 *
 * @param to the address of a page; that of the first names none
 */
export function pagerOf(
  locale: string,
  { page, pages }: { page: number; pages: number },
  to: (page: number | undefined) => string,
) {
  const t = platformWords(locale)
  return {
    label: t('pager.label'),
    position: t('pager.position', { page, pages }),
    previous:
      page > 1 ? { href: to(page > 2 ? page - 1 : undefined), label: t('pager.previous') } : undefined,
    next: page < pages ? { href: to(page + 1), label: t('pager.next') } : undefined,
  }
}

/** The headings above what an act does, on the page where it is confirmed. */
export function confirmWords(locale: string) {
  const t = platformWords(locale)
  return { what: t('confirm.what'), whom: t('confirm.whom'), undo: t('confirm.undo') }
}

/** A licence of a text as it is printed. */
export const licenceName = (locale: string, id: string): string =>
  licenceOf(id)?.name ?? platformWords(locale)('licence.all-rights')
