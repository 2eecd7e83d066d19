import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Credit } from '../../../features/media/index.ts'
import { type Part, parts } from '../../../features/posts/index.ts'
import { tagsOf } from '../../../features/posts/schema.ts'
import { readTextFile, topicKeys } from '../../../features/topics/index.ts'
import { root } from '../../../platform/root.ts'

const folder = join(root, 'src/cli/demo/archive')
export const picturesFolder = join(folder, 'pictures')

/** The rounds of which something has been kept, one folder each. */
const archivedRounds = ['2014B', '2015A', '2015B'] as const

/** A post of an earlier round, as its file tells it. */
export type ArchivedPost = {
  /** The name of its file. */
  file: string
  code: string
  fortnight: number
  part: Part
  publishedAt: Date
  title: string
  summary: string
  body: string
  questions: string[]
  hashtag: string
  tags: string[]
  locale: string
  /** Who signs it, parted by semicolons. */
  byline: string
  /** The file of the post that it says in another language; empty for none. */
  translates: string
  /** Name of a file among the pictures, empty for none; what is said of it stands where it is first shown. */
  picture: string
  credit: Credit
}

const keys = [
  ...topicKeys,
  ...(['part', 'fortnight', 'published', 'tags', 'locale', 'translates'] as const),
] as const

/** Every post of the archive, the oldest first. */
export async function archivedPosts(): Promise<ArchivedPost[]> {
  const rounds = await Promise.all(archivedRounds.map(postsOf))
  return rounds.flat().sort((one, other) => one.publishedAt.getTime() - other.publishedAt.getTime())
}

async function postsOf(code: string): Promise<ArchivedPost[]> {
  const files = (await readdir(join(folder, code))).filter((name) => name.endsWith('.md'))
  return Promise.all(files.map((file) => postAt(code, join(folder, code, file))))
}

async function postAt(code: string, path: string): Promise<ArchivedPost> {
  const { facts, list: questions, text: body } = readTextFile(await readFile(path, 'utf8'), keys)
  const { title, summary, hashtag, byline, translates, picture } = facts
  const { alt, caption, author, source, licence } = facts
  return {
    ...{ file: basename(path), code, fortnight: Number(facts.fortnight) },
    ...{ part: parts.find((part) => part === facts.part) ?? 'companion' },
    ...{ publishedAt: new Date(facts.published), locale: facts.locale || 'en', tags: tagsOf(facts.tags) },
    ...{ title, summary, hashtag, byline, translates, picture, questions, body },
    credit: { alt, caption, author, source, licence },
  }
}

/** Those of a round that open a fortnight. */
export const topicsAmong = (posts: readonly ArchivedPost[], code: string) =>
  posts.filter((post) => post.part === 'lead' && post.code === code)
