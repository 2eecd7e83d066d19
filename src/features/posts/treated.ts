import { once } from '../../platform/once.ts'

/** Words that are in titles of any kind. */
const common = new Set(
  '图书馆 图书馆员 图书 馆员 我们 什么 如何 怎样 关于 bibliotheque bibliotheques bibliothecaire bibliothecaires dans pour avec cette comment notre sobre nossa pela about after again discussion from have into library libraries librarian librarians more post postcard round that their them this topic what when where which with your biblioteca bibliotecas como desde para sobre tema'.split(
    ' ',
  ),
)

/** Chinese writes words without spaces between them. */
const segmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }))
const segments = (word: string): string[] =>
  /\p{Script=Han}/u.test(word)
    ? [...segmenter().segment(word)].map(({ segment }) => segment).filter((one) => one.length > 1)
    : [word]

/** The words of a title or a tag that say what it is about, in one form: small letters, no marks, no plural s. */
const tellingWords = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{Script=Han}{2,}|[[\p{L}\p{N}]--\p{Script=Han}]{4,}/gv) ?? []
  )
    .flatMap(segments)
    .filter((word) => !common.has(word))
    .map((word) => word.replace(/(?<=\p{L}{4})s$/u, ''))

/** What says what a post is about. */
type About = { id: string; title: string; tags: readonly string[]; hashtag: string }

/**
 * What was published about the same before, the most alike first and then the newest: two telling words in common, or
 * all that one of both titles tells, were it a single one; or the same hashtag.
 *
 * @param archive newest first
 */
export function treatedBefore<Post extends About>(
  { id, title, tags, hashtag }: About,
  archive: readonly Post[],
): Post[] {
  const own = new Set(tellingWords([title, ...tags].join(' ')))
  const needed = Math.min(2, own.size)
  const found = archive.flatMap((post) => {
    const words = new Set(tellingWords([post.title, ...post.tags].join(' ')))
    const isTagged = hashtag !== '' && hashtag.toLowerCase() === post.hashtag.toLowerCase()
    const shared = [...own].filter((word) => words.has(word)).length
    const theirs = tellingWords(post.title)
    const isWhole = theirs.length > 0 && theirs.every((word) => own.has(word))
    const isAlike = isTagged || isWhole || (needed > 0 && shared >= needed)
    return post.id !== id && isAlike ? [{ post, shared: shared + (isTagged ? own.size : 0) }] : []
  })
  return found
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ post }) => post)
}
