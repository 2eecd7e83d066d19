import { type Card, cardVersion, isDrawable } from '../../../platform/card/index.ts'
import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { type Network, networkCard, textsIn } from '../../../platform/network/index.ts'
import { isLocale } from '../../../platform/words.ts'
import { postCardPath } from '../paths.ts'
import type { ListedPost } from '../queries/public.ts'
import { words } from '../words.ts'

type Shown = Pick<ListedPost, 'title' | 'locale' | 'byline' | 'publishAt' | 'zone' | 'slug'>

/** The picture that stands for a post, in its language; null where we have no letters for its title. */
export function postCard(network: Network, post: Shown): Card | null {
  if (!isDrawable(post.title)) return null
  const locale = isLocale(post.locale) ? post.locale : network.locales[0]
  const by = post.byline || textsIn(network, locale).name
  const day = formats(locale, post.zone).shortDay(dayIn(post.publishAt, post.zone))
  return networkCard(network, locale, {
    title: post.title,
    line: `${words(locale)('byline.by', { author: by })} · ${day}`,
  })
}

/** Where that picture is, from the host on, and what it says to whoever does not see it. */
export function postCardAt(network: Network, post: Shown): { path: string; alt: string } | null {
  const card = postCard(network, post)
  return (
    card && {
      path: postCardPath(post.slug, cardVersion(card)),
      alt: words(post.locale)('card.alt', { network: card.name, title: post.title }),
    }
  )
}
