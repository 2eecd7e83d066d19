import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { Source } from './blog.ts'

/**
 * What a folder says first: its name, its pictures by their paths, what its generator was told, and what an export of ours says of
 * the pictures, each as it stands.
 */
export type FolderHead = { name: string; pictures: string[]; settings: string; words: string }

/** A file of Markdown in it, with what was said below it, where an export of ours has that beside it. */
export type FolderText = { path: string; text: string; comments: string }

const skipped = /^(\..*|node_modules|_site|themes|resources|_layouts|_includes)$/
const settings = /^(_config\.ya?ml|(hugo|config)\.(toml|ya?ml))$/

/**
 * A folder of Markdown as one stream, so that it is known again, read twice and gone on with as a file is: a line of JSON for its
 * head, then one for each text, by their paths. Links out of the folder are not followed.
 */
export const folderSource = (folder: string): Source =>
  async function* () {
    const root = resolve(folder)
    const found = (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((one) => one.isFile())
      .map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join('/'))
      .filter((path) => !path.split('/').some((name) => skipped.test(name)))
      .toSorted()
    const told = found.filter((path) => settings.test(path))
    const head: FolderHead = {
      name: basename(root),
      pictures: found.filter((path) => /\.(jpe?g|png|gif|webp|avif|tiff?)$/i.test(path)),
      settings: (await Promise.all(told.map((path) => readFile(join(root, path), 'utf8')))).join('\n'),
      words: await textIn(root, found, 'media/pictures.yaml'),
    }
    yield line(head)
    for (const path of found.filter((one) => /\.(md|markdown|mdown|mkd)$/i.test(one)))
      yield line({
        ...{ path, text: await readFile(join(root, path), 'utf8') },
        comments: await commentsBelow(root, found, path),
      } satisfies FolderText)
  }

/** As an export of ours keeps them. A page may be called as a post is, and has none. */
async function commentsBelow(root: string, found: readonly string[], path: string): Promise<string> {
  const [, post] = /^posts\/([^/]+)\.md$/.exec(path) ?? []
  return post === undefined ? '' : textIn(root, found, `data/comments/${post}.yaml`)
}

const textIn = async (root: string, found: readonly string[], path: string): Promise<string> =>
  found.includes(path) ? readFile(join(root, path), 'utf8') : ''

const line = (record: FolderHead | FolderText) => Buffer.from(`${JSON.stringify(record)}\n`)

/** The records of such a stream, whatever the pieces in which it comes. */
export async function* folderRecords(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<FolderHead | FolderText> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of source) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines) yield JSON.parse(one) as FolderHead | FolderText
  }
}
