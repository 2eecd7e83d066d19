type Said = { slug: string; locale: string; translationGroup: string | null }

/** A post with the same in other languages, in the order of the list. */
export type Once<Post> = Post & { also: { slug: string; locale: string }[] }

/**
 * A list in which a post and its translations are one entry, where the first of them stood: in the reader's language if there is
 * one, else as it stood there.
 */
export function eachOnce<Post extends Said>(posts: readonly Post[], locale: string): Once<Post>[] {
  const groups = Map.groupBy(posts, ({ slug, translationGroup }) => translationGroup ?? slug)
  return [...groups.values()].flatMap((group) => {
    const shown = group.find((post) => post.locale === locale) ?? group[0]
    if (!shown) return []
    const others = group.filter((post) => post !== shown)
    return [{ ...shown, also: others.map(({ slug, locale: other }) => ({ slug, locale: other })) }]
  })
}
