import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import type { Network } from '../../../platform/network/index.ts'
import { dirOf } from '../../../platform/words.ts'
import type { Block } from '../../../ui/index.ts'
import { creditText, type Picture, picturePath } from '../../media/index.ts'
import { postPath } from '../../posts/index.ts'
import type { Told } from '../queries/news.ts'
import { words } from '../words.ts'

/** A post in an email: its title leads to it. The first of several shows its picture, with all that is printed under it. */
export const articlesOf = (posts: readonly Told[], locale: string, network: Network): Block[] =>
  posts.map((post, index) => articleOf(post, { locale, network, hasPicture: index === 0 }))

function articleOf(
  post: Told,
  { locale, network, hasPicture }: { locale: string; network: Network; hasPicture: boolean },
): Block {
  const t = words(locale, network)
  const day = formats(locale, post.zone).shortDay(dayIn(post.publishAt, post.zone))
  return {
    kind: 'article',
    title: { text: post.title, lang: post.locale, dir: dirOf(post.locale) },
    href: network.origin + postPath(post.slug),
    under: [...(post.byline ? [t('mail.by', { author: post.byline })] : []), day],
    summary: post.summary,
    ...(hasPicture && post.picture && { picture: pictureOf(post.picture, post, { locale, network }) }),
  }
}

/** The same address for everyone: it shows the picture and tells us nothing. */
function pictureOf(
  picture: Picture,
  post: Told,
  { locale, network }: { locale: string; network: Network },
): Extract<Block, { kind: 'article' }>['picture'] {
  const width = picture.widths.find((kept) => kept >= 960) ?? picture.width
  const caption = { text: picture.caption, lang: post.locale, dir: dirOf(post.locale) }
  return {
    src: network.origin + picturePath(picture.id, width, 'jpeg'),
    alt: picture.alt,
    lang: post.locale,
    below: [...(picture.caption ? [caption] : []), creditText(picture, locale)].filter((said) => said !== ''),
  }
}
