import { pageAsked } from '../../platform/paging.ts'
import { type Filter, monthIn, tagKey, yearIn } from '../posts/index.ts'
import type { Asked } from './paths.ts'
import { longest } from './search.ts'

/** What an address asks the search for. What cannot be a filter is none: whoever looks is shown what was looked through. */
export function askedIn(query: Readonly<Record<string, string>>): Asked {
  const text = (query.q ?? '').toWellFormed().replace(/\s+/g, ' ').trim().slice(0, longest.letters)
  return { text, filter: filterIn(query), page: pageAsked(query.page) }
}

function filterIn(query: Readonly<Record<string, string>>): Filter {
  const { round = '', tag = '', author = '', country = '', locale = '' } = query
  const year = yearIn(query.year ?? '')
  const month = monthIn(query.month ?? '')
  return {
    ...(/^\d{4}[a-z]$/i.test(round) && { round: round.toUpperCase() }),
    ...(tag !== '' && tag.length <= 100 && { tag: tagKey(tag) }),
    ...(/^[a-z0-9-]{1,80}$/.test(author) && { author }),
    ...(/^[a-z]{2}$/i.test(country) && { country: country.toUpperCase() }),
    ...(year !== null && { year, ...(month !== null && { month }) }),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) && { locale }),
  }
}
