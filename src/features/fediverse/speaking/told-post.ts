import type { Network } from '../../../platform/network/index.ts'
import { picturePath } from '../../media/index.ts'
import { postPath, type SignedPost, tagPath } from '../../posts/index.ts'
import { hashtagOf, type ToldPost } from '../content.ts'

/** A post as followers are told of it. */
export function toldPost(post: SignedPost, { origin }: Pick<Network, 'origin'>): ToldPost {
  const { id, title, summary, locale, publishAt, picture } = post
  const words = new Map<string, string>()
  for (const tag of [...(post.hashtag ? [post.hashtag.slice(1)] : []), ...post.tags]) {
    const name = hashtagOf(tag)
    if (name !== '' && !words.has(name.toLowerCase())) words.set(name.toLowerCase(), tag)
  }
  return {
    ...{ id, title, summary, locale, publishAt },
    url: origin + postPath(post.slug),
    tags: [...words.values()].map((tag) => ({ name: hashtagOf(tag), href: origin + tagPath(tag) })),
    picture: picture && {
      url: origin + picturePath(picture.id, picture.width, 'jpeg'),
      ...{ alt: picture.alt, width: picture.width, height: picture.height },
    },
  }
}
