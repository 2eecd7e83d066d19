import { type HtmlNode, htmlOf, htmlTree } from '../../../platform/markdown.ts'
import { postPath } from '../../posts/index.ts'
import { type OutPicture, type OutPost, type Pictures, pictureFile, translationsOf } from '../export.ts'
import type { ExportedPicture, ExportedPost } from '../schema.ts'
import { type Going, shownOn, shownPosts } from './going.ts'

/**
 * The blog as one document of JSON, a post to a line.
 *
 * @source docs/running/export.md
 */
export async function* json(going: Going): AsyncGenerator<string> {
  const { site, authors, rounds, pages } = going
  const { origin, ...said } = site
  const head = { format: 'twinleaf-blog', version: 1, address: origin, ...said }
  yield `${JSON.stringify(head).slice(0, -1)},\n"authors":${rows(authors.map(({ email, ...author }) => ({ ...author, ...(email !== null && { email }) })))},\n"rounds":${rows(rounds)},\n"pages":${rows(pages)},\n"posts":[`
  let between = '\n'
  for (const page of pages) await shownOn(going, page)
  for await (const { post, pictures } of shownPosts(going)) {
    yield between + JSON.stringify(postOf(going, post, pictures))
    between = ',\n'
  }
  yield `\n],\n"pictures":${rows([...going.shown.values()].map(({ since: _, ...picture }) => pictureOf(picture, origin)))}}\n`
}

const rows = (list: readonly unknown[]): string =>
  list.length === 0 ? '[]' : `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`

const pictureOf = (picture: OutPicture, origin: string): ExportedPicture => ({
  ...picture,
  file: pictureFile(picture),
  address: `${origin}/${pictureFile(picture)}`,
})

function postOf({ site, heads }: Going, post: OutPost, pictures: Pictures): ExportedPost {
  const { mediaId, body, comments, publishAt, createdAt, updatedAt, former, ...said } = post
  const leading = mediaId === null ? undefined : pictures.get(mediaId)
  return {
    ...said,
    address: site.origin + postPath(post.slug),
    formerAddresses: former.map((slug) => site.origin + postPath(slug)),
    ...{ publishAt: publishAt?.toISOString() ?? null, createdAt: createdAt.toISOString() },
    ...{ updatedAt: updatedAt.toISOString(), picture: leading?.id ?? null },
    translations: translationsOf(post, heads).map(({ id, locale }) => ({ id, locale })),
    ...{ markdown: body, html: htmlFor(post, pictures, site.origin) },
    comments: comments.map(({ email, sentAt, ...comment }) => ({
      ...{ ...comment, sentAt: sentAt.toISOString() },
      ...(email !== null && { email }),
    })),
  }
}

/** As the site prints it, with absolute links; pictures with their words. */
function htmlFor({ id, body }: OutPost, pictures: Pictures, origin: string): string {
  const { children } = htmlTree(body, {
    ...{ prefix: `p${id.slice(0, 8)}`, origin, footnotes: '', backToText: (number: number) => `↩ ${number}` },
  })
  return htmlOf(children.map((node) => pictured(node, pictures, origin)))
}

function pictured(node: HtmlNode, pictures: Pictures, origin: string): HtmlNode {
  if (node.type !== 'element' || typeof node.properties.dataPicture !== 'string') return node
  const { dataPicture, dataAlt, dataCaption } = node.properties
  const found = pictures.get(dataPicture)
  const caption = String(dataCaption ?? found?.caption ?? '')
  const img = {
    ...{ type: 'element' as const, tagName: 'img', children: [] },
    properties: {
      src: found ? `${origin}/${pictureFile(found)}` : `${origin}/media/${dataPicture}`,
      alt: String(dataAlt ?? found?.alt ?? ''),
    },
  }
  const said = {
    ...{ type: 'element' as const, tagName: 'figcaption', properties: {} },
    children: [{ type: 'text' as const, value: caption }],
  }
  return { ...node, properties: {}, children: caption === '' ? [img] : [img, said] }
}
