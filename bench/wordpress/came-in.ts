/** Whether everything that a WordPress holds is accounted for in a Twinleaf, item by item. */
import { render } from '../../src/platform/markdown.ts'
import type { Answer } from '../demonstration.ts'
import { classesOf, firstDifference, lookAt, wordsOf } from './look.ts'
import type { WordPress } from './machine.ts'
import type { Fate, OurComment, OurPost, Ours } from './network.ts'
import { instantOf, isFile, isText, named, type Said, type SaidComment, type SaidText } from './said.ts'

/** What an import must tell of a thing, by its number in WordPress. */
export type Told = Record<string, string[]>

export type Check = {
  site: WordPress
  said: Said
  told: Told
  ours: Ours
  ask(path: string): Promise<Answer>
  /** Takes each thing that is not as it should be. */
  wrong(what: string): unknown
}

export async function checkIn(check: Check): Promise<void> {
  for (const one of check.said.texts) {
    const kind = isFile(one) ? 'file' : isText(one) ? one.type : 'else'
    const fate = check.ours.fates.get(`${kind} ${one.id}`)
    if (!fate) check.wrong(`${named(one)}: nothing is said of it`)
    else if (isText(one)) await checkText(check, one, fate)
    else checkElse(check, one, fate)
    checkComments(check, one, fate)
  }
  await checkAddresses(check)
}

const comesIn = (text: SaidText) =>
  ['publish', 'future', 'draft', 'pending', 'private'].includes(text.status) &&
  (text.title + text.body).trim() !== '' &&
  text.body.length <= 1_000_000

export const isPublic = ({ status, password, type, at, local }: SaidText) =>
  type === 'post' && status === 'publish' && password === '' && instantOf(at) !== instantOf(local)

function checkElse({ told, ours, wrong }: Check, one: SaidText, fate: Fate): void {
  const isPicture = isFile(one) && one.mime.startsWith('image/')
  const expected = isPicture ? (told[one.id]?.[0] ?? '') : isFile(one) ? 'no-picture' : 'kind'
  if (fate.reason !== expected)
    wrong(`${named(one)}: ${fate.outcome} "${fate.reason}", expected "${expected}"`)
  if (expected !== '' || !isPicture) return
  const media = ours.media.get(fate.mediaId ?? '')
  if (!media) {
    wrong(`${named(one)}: no picture of it is here`)
    return
  }
  if (fate.outcome === 'merged') return
  for (const [what, there, here] of [
    ['alt', one.alt, media.alt],
    ['caption', one.excerpt, media.caption],
  ] as const)
    same({ wrong }, `${named(one)}, ${what}`, lookAt(there).words, wordsOf(here))
}

function same({ wrong }: Pick<Check, 'wrong'>, what: string, there: string[], here: string[]): void {
  const difference = firstDifference(there, here)
  if (difference !== '') wrong(`${what}: ${difference}`)
}

async function checkText(check: Check, text: SaidText, fate: Fate): Promise<void> {
  const { wrong, ours, told } = check
  if (!comesIn(text)) {
    if (fate.outcome !== 'left-out') wrong(`${named(text)}: ${fate.outcome}, expected left out`)
    return
  }
  const post = ours.posts.get(fate.postId ?? '')
  if (fate.outcome !== 'imported' || !post) {
    wrong(`${named(text)}: ${fate.outcome} ${fate.reason}`)
    return
  }
  checkFields(check, text, post)
  const remarks = fate.remarks.map((one) =>
    one.startsWith('shortcode') || one.startsWith('block') ? one : (one.split(':')[0] ?? ''),
  )
  const expected = told[text.id] ?? []
  if ([...new Set(remarks)].toSorted().join() !== expected.toSorted().join())
    wrong(
      `${named(text)}: told of ${remarks.join(', ') || 'nothing'}, expected ${expected.join(', ') || 'nothing'}`,
    )
  await checkLook(check, text, post)
}

function checkFields({ wrong, ours }: Check, text: SaidText, post: OurPost): void {
  const title = lookAt(text.title).words
  if (title.length > 0) same({ wrong }, `${named(text)}, title`, title, wordsOf(post.title))
  if (post.title.trim() === '') wrong(`${named(text)}: has no title`)
  const at = isPublic(text) ? (instantOf(text.at) ?? instantOf(text.local)) : null
  if (at?.getTime() !== post.publishAt?.getTime())
    wrong(`${named(text)}: ${post.publishAt?.toISOString()}, expected ${at?.toISOString()}`)
  const summary = lookAt(text.excerpt).words
  if (summary.length > 0 && text.excerpt.length < 200)
    same({ wrong }, `${named(text)}, summary`, summary, wordsOf(post.summary))
  if (/[\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])/.test(post.title + post.summary))
    wrong(`${named(text)}: a letter was cut in its middle`)
  const author = text.author === null ? [] : lookAt(text.author).words
  same({ wrong }, `${named(text)}, author`, author, wordsOf(post.authors.join(' ')))
  const terms = [
    ...text.terms.filter(isFiled),
    ...text.terms.filter(({ taxonomy }) => taxonomy === 'post_tag'),
  ]
  const tags = [...new Set(terms.map(({ name }) => plainName(name)))].slice(0, 12)
  same({ wrong }, `${named(text)}, tags`, tags.toSorted(), post.tags.map(plainName).toSorted())
  const picture = text.picture === 0 ? undefined : ours.fates.get(`file ${text.picture}`)?.mediaId
  if (picture && picture !== post.mediaId) wrong(`${named(text)}: another picture leads it`)
}

const isFiled = ({ taxonomy, name }: SaidText['terms'][number]) =>
  taxonomy === 'category' && name !== 'Uncategorized'

/** A name as it is read: signs count, since `C++` is not `C`. */
const plainName = (name: string) =>
  name
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

/** What both print of a text: its words in their order, where it leads, what it shows. */
async function checkLook(check: Check, text: SaidText, post: OurPost): Promise<void> {
  const { site, ours, wrong, told } = check
  const page = await site.read(`/?${text.type === 'page' ? 'page_id' : 'p'}=${text.id}&preview=true`)
  if (page.status !== 200) {
    wrong(`${named(text)}: WordPress answers ${page.status}`)
    return
  }
  const there = lookAt(page.body, ({ tagName }) => tagName === 'article')
  const here = await printed(check, post)
  const says = told[text.id] ?? []
  const isLess = says.some((one) => /^(shortcode|block|too-deep|picture-missing)/.test(one))
  if (!isLess) same({ wrong }, `${named(text)}, words`, there.words, here.words)
  same({ wrong }, `${named(text)}, code`, there.code.map(evenly), here.code.map(evenly))
  const all = ` ${[...here.words, ...here.captions].join(' ')} `
  for (const caption of there.captions)
    if (!all.includes(` ${caption} `)) wrong(`${named(text)}: says no more "${caption}"`)
  const led = new Set(here.links.map((link) => plainLink(link, site.origin)))
  const isFilled = says.some((one) => one.startsWith('block'))
  for (const link of there.links.filter((one) => !isFilled && !isShown(check, one)))
    if (!led.has(plainLink(link, site.origin))) wrong(`${named(text)}: leads no more to ${link}`)
  if (!isLess && !says.includes('table'))
    same({ wrong }, `${named(text)}, parts`, entries(there.parts), entries(here.parts))
  const pictures = there.pictures.flatMap(
    (url) => ours.fates.get(`file ${fileAt(check, url)?.id}`)?.mediaId ?? [],
  )
  const shown = [...post.body.matchAll(/!\[[^\]]*\]\(\/media\/([0-9a-f-]{36})/g)].map(([, id = '']) => id)
  if (pictures.toSorted().join() !== shown.toSorted().join())
    wrong(`${named(text)}: shows ${shown.length} pictures, expected ${pictures.length}`)
}

const evenly = (code: string) =>
  code
    .replaceAll('\u00a0', ' ')
    .replace(/[ \t]+$/gm, '')
    .replaceAll('\t', '    ')
const entries = (parts: Record<string, number>) =>
  Object.entries(parts)
    .map(([name, count]) => `${name}:${count}`)
    .toSorted()

/** A link to a picture, which is shown instead. */
function isShown(check: Check, link: string): boolean {
  const file = fileAt(check, link) ?? check.said.texts.find((one) => isFile(one) && one.link === link)
  return file?.mime.startsWith('image/') ?? false
}

const fileAt = ({ said }: Check, url: string) =>
  said.texts.find((one) => one.urls?.some((own) => decoded(own) === decoded(url)))

function plainLink(link: string, origin: string): string {
  const own = link.replace(origin.replace('http:', 'https:'), origin)
  const path = own.startsWith(origin) ? own.slice(origin.length) : own
  return decoded(path).replace(/\/$/, '').normalize('NFC')
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    // Cut in the middle of a letter.
    return url
  }
}

/** The text as its page prints it; of a draft, as it would. */
async function printed({ ask, wrong }: Check, { slug, body, publishAt }: OurPost) {
  if (publishAt === null) {
    const { parts } = render(body, { prefix: 'text', footnotes: '', backToText: String })
    return lookAt(
      parts.map((part) => (part.kind === 'html' ? part.html : `<p>${part.caption ?? ''}</p>`)).join(''),
    )
  }
  const answer = await ask(`/posts/${slug}`)
  if (answer.status !== 200) wrong(`/posts/${slug}: ${answer.status}`)
  return lookAt(answer.body.toString(), ({ properties }) => classesOf(properties).includes('prose'))
}

function checkComments(check: Check, text: SaidText, fate: Fate | undefined): void {
  const isHere = fate?.postId !== null && fate?.postId !== undefined
  for (const comment of text.comments) {
    const own = check.ours.fates.get(`comment ${comment.id}`)
    const name = `comment ${comment.id} of ${named(text)}`
    // WordPress's own export leaves it out.
    if (comment.state === 'spam') {
      if (own) check.wrong(`${name}: was spam, and came`)
      continue
    }
    const expected = isHere ? whyOut(comment) : 'text-left-out'
    if (!own) check.wrong(`${name}: nothing is said of it`)
    else if (own.reason !== expected)
      check.wrong(`${name}: ${own.outcome} "${own.reason}", expected "${expected}"`)
    else if (expected === '') checkComment(check, { comment, own, name, among: text.comments })
  }
}

function whyOut({ state, text, type }: SaidComment): string {
  if (/trash/.test(state)) return 'thrown-away'
  return lookAt(text).words.length === 0 && !/back$/.test(type) ? 'empty' : ''
}

type Commented = { comment: SaidComment; own: Fate; name: string; among: readonly SaidComment[] }

function checkComment(check: Check, { comment, own, name, among }: Commented): void {
  const { ours, wrong } = check
  const here = ours.comments.get(own.commentId ?? '')
  if (!here) {
    wrong(`${name}: is not here`)
    return
  }
  const state = comment.state === '1' ? 'shown' : 'waiting'
  if (here.state !== state) wrong(`${name}: ${here.state}, expected ${state}`)
  const at = instantOf(comment.at)
  if (at && here.sentAt.getTime() !== at.getTime()) wrong(`${name}: ${here.sentAt.toISOString()}`)
  const by = lookAt(comment.name).words.join(' ')
  if (by !== '' && !by.startsWith(wordsOf(here.name).join(' '))) wrong(`${name}: by ${here.name}`)
  const parent = among.find(({ id }) => id === comment.parent && id !== comment.id)
  const above = parent ? (ours.fates.get(`comment ${parent.id}`)?.commentId ?? null) : null
  if (here.parentId !== above) wrong(`${name}: answers ${here.parentId}, expected ${above}`)
  const url = /back$/.test(comment.type) ? comment.url : ''
  same(
    check,
    `${name}, words`,
    lookAt(`${comment.text.replace(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)<\/a>/g, withAddress)} ${url}`).words,
    wholeOf(ours, here),
  )
}

const withAddress = (_all: string, href: string, words: string) =>
  href.replace(/\/$/, '') === words ? words : `${words} ${href}`

/** A comment with those behind it that go on with it, since it was too long for one. */
function wholeOf(ours: Ours, first: OurComment): string[] {
  const known = new Set([...ours.fates.values()].map(({ commentId }) => commentId))
  const more = [...ours.comments.values()].filter((one) => one.parentId === first.id && !known.has(one.id))
  return [first, ...more].flatMap(({ text }) => wordsOf(text))
}

async function checkAddresses(check: Check): Promise<void> {
  const { said, ours, site, wrong } = check
  const leads = async (link: string, to: string | null, what: string) => {
    const answer = await follow(check, link.replace(site.origin, ''))
    if (answer.status !== 200 || (to !== null && answer.path !== to))
      wrong(
        `${what}: ${link} leads to ${answer.path} (${answer.status})${to === null ? '' : `, expected ${to}`}`,
      )
  }
  for (const text of said.texts.filter(isPublic)) {
    const post = ours.posts.get(ours.fates.get(`post ${text.id}`)?.postId ?? '')
    if (!post) continue
    for (const link of [text.link, `/?p=${text.id}`, `${text.link}feed/`])
      await leads(link, link.endsWith('feed/') ? null : `/posts/${post.slug}`, named(text))
  }
  for (const text of said.texts.filter((one) => isText(one) && !isPublic(one))) {
    const { status } = await follow(check, text.link.replace(site.origin, ''))
    if (status !== 404 && !text.link.includes('/?p'))
      wrong(`${named(text)}: was not public, and ${text.link} answers ${status}`)
  }
  for (const file of said.texts.filter(isFile)) {
    const media = ours.fates.get(`file ${file.id}`)?.mediaId
    if (media)
      for (const link of [file.url, `/?attachment_id=${file.id}`]) await leads(link, null, named(file))
  }
  for (const { name, link, id, taxonomy } of said.terms)
    for (const one of [link, ...(taxonomy === 'category' ? [`/?cat=${id}`] : [])])
      await leads(one, null, `term ${name}`)
  const names = new Set([...ours.posts.values()].flatMap(({ authors }) => authors))
  for (const { name, link, id } of said.authors)
    if (names.has(name)) for (const one of [link, `/?author=${id}`]) await leads(one, null, `author ${name}`)
  for (const link of ['/feed/', '/comments/feed/', '/2015/03/', '/2015/', '/?m=201503'])
    await leads(link, null, 'list')
}

async function follow({ ask }: Check, path: string, hops = 3): Promise<{ status: number; path: string }> {
  const { status, headers } = await ask(path)
  const to = headers.location
  if (status < 300 || status > 399 || to === undefined || hops === 0) return { status, path }
  return follow({ ask } as Check, to.replace(/^https?:\/\/[^/]+/, ''), hops - 1)
}
