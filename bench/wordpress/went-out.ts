/** Whether a blog that came from a WordPress, went out of a Twinleaf and into a second WordPress is the same there. */
import type { Check } from './came-in.ts'
import { firstDifference, lookAt, wordsOf } from './look.ts'
import type { WordPress } from './machine.ts'
import type { OurComment, OurPost } from './network.ts'
import { instantOf, isFile, named, type Said, type SaidComment, type SaidText } from './said.ts'

export type Back = Check & {
  second: WordPress
  /** What the second one holds. */
  back: Said
}

export async function checkOut(check: Back): Promise<void> {
  const { ours, back, said, wrong } = check
  const posts = back.texts.filter(({ type }) => type === 'post')
  console.log(
    `Back in WordPress: ${posts.length} posts of ${ours.posts.size}, ${posts.flatMap(({ comments }) => comments).length} comments of ${ours.comments.size}, ${back.texts.filter(isFile).length} files, ${back.authors.length} authors`,
  )
  if (posts.length !== ours.posts.size) wrong(`back: ${posts.length} posts of ${ours.posts.size}`)
  for (const post of ours.posts.values())
    checkPost(
      check,
      post,
      posts.find(({ slug }) => isNamed(slug, post.slug)),
    )
  for (const text of said.texts) {
    const fate = ours.fates.get(`${text.type} ${text.id}`)
    const post = ours.posts.get(fate?.postId ?? '')
    const there = post && posts.find(({ slug }) => isNamed(slug, post.slug))
    if (!post || !there || fate?.outcome === 'merged') continue
    await checkAgain(check, text, there)
  }
  checkFiles(check)
}

const isNamed = (slug: string, name: string) =>
  slug === name || slug === encodeURIComponent(name).toLowerCase()

function checkPost({ ours, back, wrong }: Back, post: OurPost, there: SaidText | undefined): void {
  const name = `back: /posts/${post.slug}`
  if (!there) {
    wrong(`${name} is missing`)
    return
  }
  const status = post.publishAt === null ? 'draft' : 'publish'
  if (there.status !== status) wrong(`${name}: ${there.status}, expected ${status}`)
  const late = (instantOf(there.at)?.getTime() ?? 0) - (post.publishAt?.getTime() ?? 0)
  // Two of one name and one second are told apart by a second.
  if (post.publishAt && late !== 0 && !(late === 1_000 && isTwin(ours, post))) wrong(`${name}: ${there.at}`)
  const [author] = post.authors
  if (author !== undefined && lookAt(there.author ?? '').words.join() !== wordsOf(author).join())
    wrong(`${name}: by ${there.author}, expected ${author}`)
  const difference = firstDifference(wordsOf(post.title), lookAt(there.title).words)
  if (difference !== '') wrong(`${name}, title: ${difference}`)
  const terms = there.terms
    .filter(({ name: one }) => one !== 'Uncategorized')
    .map(({ name: one }) => plain(one))
  if (terms.toSorted().join() !== post.tags.map(plain).toSorted().join())
    wrong(`${name}: tagged ${terms.join('; ')}, expected ${post.tags.join('; ')}`)
  const media = back.texts.find(({ id }) => id === there.picture)
  if (post.mediaId !== null && !media) wrong(`${name}: no picture leads it`)
  const comments = [...ours.comments.values()].filter(({ postId }) => postId === post.id)
  checkThreads({ comments, there: there.comments, name, wrong })
}

const plain = (name: string) =>
  name.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()

const isTwin = ({ posts }: Check['ours'], { id, title, publishAt }: OurPost) =>
  [...posts.values()].some(
    (one) => one.id !== id && one.title === title && one.publishAt?.getTime() === publishAt?.getTime(),
  )

type Threads = { comments: OurComment[]; there: SaidComment[]; name: string; wrong: Check['wrong'] }

/** They come in in the order of their numbers. */
function checkThreads({ comments, there, name, wrong }: Threads): void {
  if (comments.length !== there.length) {
    wrong(`${name}: ${there.length} comments of ${comments.length}`)
    return
  }
  const place = new Map(comments.map(({ id }, at) => [id, at]))
  for (const [at, ours] of comments.entries()) {
    const theirs = there[at]
    if (!theirs) continue
    const one = `${name}, comment ${ours.number}`
    const difference = firstDifference(wordsOf(ours.text), lookAt(theirs.text).words)
    if (difference !== '') wrong(`${one}: ${difference}`)
    if (lookAt(theirs.name).words.join() !== wordsOf(ours.name).join()) wrong(`${one}: by ${theirs.name}`)
    if (instantOf(theirs.at)?.getTime() !== ours.sentAt.getTime()) wrong(`${one}: ${theirs.at}`)
    if (theirs.state !== (ours.state === 'shown' ? '1' : '0')) wrong(`${one}: ${theirs.state}`)
    const above = there.findIndex(({ id }) => id === theirs.parent)
    if (above !== (place.get(ours.parentId ?? '') ?? -1)) wrong(`${one}: answers ${above}`)
  }
}

/** A text in both WordPresses. */
async function checkAgain(check: Back, text: SaidText, there: SaidText): Promise<void> {
  const { site, second, wrong, told } = check
  const name = `back: ${named(text)}`
  if ((told[text.id] ?? []).some((one) => /^(shortcode|block|too-deep|picture-missing)/.test(one))) return
  const key = text.type === 'page' ? 'page_id' : 'p'
  const [before, after] = [
    await site.read(`/?${key}=${text.id}&preview=true`),
    await second.read(`/?p=${there.id}&preview=true`),
  ].map(({ body }) => lookAt(body, ({ tagName }) => tagName === 'article'))
  if (!before || !after) return
  const difference = firstDifference(before.words, after.words)
  if (difference !== '') wrong(`${name}, words: ${difference}`)
  if (before.pictures.length !== after.pictures.length)
    wrong(`${name}: ${after.pictures.length} pictures of ${before.pictures.length}`)
  for (const url of after.pictures)
    if (!check.back.texts.some(({ urls }) => urls.includes(url)))
      wrong(`${name}: shows ${url}, which is not there`)
}

/** Each picture that a text shows came along, with its words. */
function checkFiles({ ours, back, wrong }: Back): void {
  const shown = new Set(
    [...ours.posts.values()].flatMap(({ body, mediaId }) => [
      ...[...body.matchAll(/\/media\/([0-9a-f-]{36})/g)].map(([, id = '']) => id),
      ...(mediaId === null ? [] : [mediaId]),
    ]),
  )
  const files = back.texts.filter(isFile)
  const astray = files.filter(({ url }) => !/\/uploads\/[12]\d{3}\/\d{2}\//.test(url))
  if (astray.length > 0) wrong(`back: ${astray[0]?.url} stands under no day`)
  if (files.length !== shown.size) wrong(`back: ${files.length} files of ${shown.size}`)
  for (const id of shown) {
    const media = ours.media.get(id)
    const file = files.find(({ slug }) => slug === `picture-${id}`)
    if (!media || !file) wrong(`back: picture ${id} is missing`)
    else if (lookAt(file.alt).words.join() !== wordsOf(media.alt).join())
      wrong(`back: picture ${id} says ${file.alt}`)
    else if (lookAt(file.excerpt).words.join() !== wordsOf(media.caption).join())
      wrong(`back: picture ${id}, caption ${file.excerpt}`)
  }
}
