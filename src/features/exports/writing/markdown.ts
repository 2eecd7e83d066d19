import { stringify } from 'yaml'
import { postPath } from '../../posts/index.ts'
import {
  type OutHead,
  type OutPage,
  type OutPost,
  pageFile,
  pictureFile,
  postFile,
  translationsOf,
} from '../export.ts'
import { type Going, type Sink, shownOn, shownPosts } from './going.ts'
import { relinked } from './relinked.ts'
import { termsOf } from './terms.ts'

/** Says what the library knows of each picture, for the day on which the folder comes in again. */
const picturesFile = 'media/pictures.yaml'

/**
 * The blog as a folder of Markdown with front matter, as Hugo, Jekyll and people read it: a file for each post and page in its
 * language, links between them relative, and the pictures beside them. What readers said stands in a file for each post.
 */
export async function writeMarkdown(going: Going, sink: Sink): Promise<void> {
  await sink.put('config.yaml', Buffer.from(settingsOf(going)))
  const files = filesOf(going)
  for (const page of going.pages)
    await sink.put(pageFile(page), Buffer.from(await pageText(going, page, files)))
  for await (const { post, pictures } of shownPosts(going)) {
    const from = postFile(post)
    const leading = post.mediaId === null ? undefined : pictures.get(post.mediaId)
    const body = relinked(post.body, { ...{ from, files, pictures }, origin: going.site.origin })
    const front = { ...frontOf(going, post), ...(leading && { image: `../${pictureFile(leading)}` }) }
    await sink.put(from, Buffer.from(document(front, body)))
    if (post.comments.length > 0)
      await sink.put(commentsFile(post), Buffer.from(yaml({ comments: commentsOf(post) })))
  }
  if (going.shown.size > 0) await sink.put(picturesFile, Buffer.from(pictureWords(going)))
}

const commentsFile = ({ slug, locale }: Pick<OutHead, 'slug' | 'locale'>): string =>
  `data/comments/${slug}.${locale}.yaml`

/** Each picture with its words. */
const pictureWords = ({ shown }: Going): string =>
  yaml({
    pictures: [...shown.values()].map((picture) => {
      const { alt, caption, author, source, licence } = picture
      return { file: pictureFile(picture), ...withoutNothing({ alt, caption, author, source, licence }) }
    }),
  })

/** What generators of sites ask for first. */
const settingsOf = ({ site }: Going): string =>
  yaml({
    title: site.title,
    baseURL: `${site.origin}/`,
    languageCode: site.locales[0],
    params: withoutNothing({ description: site.tagline, licence: site.licence, issn: site.issn }),
  })

/** Where each address of the blog stands in the folder. */
const filesOf = ({ heads, pages, site }: Going): ReadonlyMap<string, string> =>
  new Map([
    ...pages
      .filter(({ locale }) => locale === site.locales[0])
      .map((page) => [page.path, pageFile(page)] as const),
    ...heads.map((head) => [postPath(head.slug), postFile(head)] as const),
  ])

async function pageText(going: Going, page: OutPage, files: ReadonlyMap<string, string>): Promise<string> {
  const pictures = await shownOn(going, page)
  const { title, path, locale, name } = page
  const isOwn = locale === going.site.locales[0]
  const front = { title, layout: 'page', slug: name, ...(isOwn && { url: path }), lang: locale }
  const around = { ...{ from: pageFile(page), files, pictures }, origin: going.site.origin }
  return document(front, relinked(page.body, around))
}

function frontOf(going: Going, post: OutPost): Record<string, unknown> {
  const { heads } = going
  const terms = termsOf(post, going)
  return withoutNothing({
    ...{ title: post.title, slug: post.slug, url: postPath(post.slug), lang: post.locale },
    ...{
      date: post.publishAt?.toISOString(),
      lastmod: post.updatedAt.toISOString(),
      description: post.summary,
    },
    draft: post.state === 'draft' || post.state === 'review' ? true : undefined,
    withdrawn: post.state === 'withdrawn' ? true : undefined,
    authors: post.authors.map(({ name }) => name),
    categories: terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ name }) => name),
    ...{
      tags: post.tags,
      round: post.roundCode,
      topic: post.fortnight,
      part: post.part,
      number: post.number,
    },
    ...{ questions: post.questions, hashtag: post.hashtag, licence: post.licence, doi: post.doi },
    corrections: post.corrections,
    aliases: post.former.map(postPath),
    translationKey: post.translationGroup,
    translations: translationsOf(post, heads).map((head) => ({
      lang: head.locale,
      file: postFile(head).replace('posts/', ''),
    })),
  })
}

const commentsOf = ({ comments }: OutPost) =>
  comments.map(({ number, parent, name, email, text, sentAt, state, author }) =>
    withoutNothing({
      ...{ number, answers: parent, name, email, date: sentAt.toISOString() },
      ...{ author, state: state === 'shown' ? undefined : state, text },
    }),
  )

/** What says nothing is not said. */
const withoutNothing = (said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )

const yaml = (said: unknown): string => stringify(said, { lineWidth: 0 })

const document = (front: Record<string, unknown>, body: string): string =>
  `---\n${yaml(front)}---\n\n${body.trim()}\n`
