import { type Network, textsIn } from '../../../platform/network/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Crate } from '../crate.ts'
import { feedForms, feedPath, roundPostsPath } from '../paths.ts'
import type { SignedPost } from '../queries/signed.ts'
import { words } from '../words.ts'
import { publishedFrom } from './head.tsx'
import { licenceIn, printedRights } from './licence.ts'

const types = { rss: 'application/rss+xml', atom: 'application/atom+xml', json: 'application/feed+json' }

/** What came out in a round, in the network's language. @param posts at least one, the first first */
export function crateFrom(round: Round, posts: readonly SignedPost[], network: Network): Crate {
  const { code, startsOn, endsOn } = round
  const { origin } = network
  const [locale] = network.locales
  const t = words(locale)
  const licence = licenceIn(locale, network.licence)
  const named = posts.map((post) => publishedFrom(post, network))
  return {
    title: t('round.title', { code }),
    description: t('round.crate', { code, network: textsIn(network, locale).name }),
    ...{ locale, startsOn, endsOn, licence, rights: printedRights(locale, licence) },
    page: origin + roundPostsPath(code),
    feeds: feedForms.map((form) => ({
      ...{ url: origin + feedPath({ round: code }, form), type: types[form] },
      name: t('kicker.round', { code }),
    })),
    posts: named,
  }
}
