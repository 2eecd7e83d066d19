import { createReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Command } from '../../platform/commands.ts'
import { NotFound, Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import type { Bringing, Brought } from './actions/bringing.ts'
import type { Mapping, Wish } from './mapping.ts'
import { bySort, saying } from './pages/saying.ts'
import { mappingFile } from './schema.ts'

const importCommand: Command = {
  name: 'archive import',
  grows: true,
  summary:
    'Bring in a blog from an export of WordPress or of Ghost, or from a folder of Markdown with front matter, whichever PATH is: posts, pages, comments, pictures, old addresses. Nobody is sent anything, nothing is fetched. Bringing in the same twice changes nothing; cut off, it goes on where it was.',
  args: ['PATH'],
  options: {
    media: {
      help: 'the folder of its pictures: wp-content/uploads of WordPress, content/images of Ghost; those of Markdown stand beside it',
      value: 'FOLDER',
    },
    address: {
      help: 'where the blog was, https://…, if PATH does not say it; the same one each time',
      value: 'URL',
    },
    mapping: {
      help: 'what its authors and categories are here, as JSON; with --dry-run it is written where there is no such file',
      value: 'FILE',
    },
    'dry-run': { help: 'only say what would become of everything' },
  },
  async run(app, { args: [path = ''], options, switches }) {
    const came = await cameFrom(path, options.address ?? '')
    if (options.media !== undefined) await refuseNone(options.media, 'isDirectory')
    const isRehearsal = switches.has('dry-run')
    const { bringIn } = await comingIn()
    const brought = await bringIn(app, terminal, {
      ...{ ...came, fileName: basename(resolve(path)), isRehearsal },
      wish: await wishIn(options.mapping),
      media: options.media ?? came.media,
      progress,
    })
    const written = isRehearsal && (await writeMapping(options.mapping, brought.mapping))
    return {
      text: [
        ...linesOf(brought, came.kind, isRehearsal),
        ...(written ? [`The mapping is in ${options.mapping}: correct it there.`] : []),
      ].join('\n'),
      json: {
        ...{
          kind: came.kind,
          site: brought.blog.site,
          isWhole: brought.blog.isWhole,
          arrival: brought.arrivalId,
          isRehearsal,
        },
        ...{ ...brought.report, mapping: brought.mapping },
      },
    }
  },
}

export const commands = [importCommand]

const comingIn = () => import('./actions/coming-in.ts')

/** What a path is, by what is in it. */
async function cameFrom(
  path: string,
  address: string,
): Promise<Pick<Bringing, 'kind' | 'read' | 'source' | 'media'>> {
  if (address !== '' && !/^https?:\/\/[^/]/.test(address)) throw new Unacceptable('no-blog-address')
  const { folderSource, readerFor, readMarkdown } = await comingIn()
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory())
    return { kind: 'markdown', read: readMarkdown(address), source: folderSource(path), media: path }
  await refuseNone(path, 'isFile')
  const source = () => createReadStream(path)
  return { ...(await readerFor(source, address)), source, media: null }
}

async function refuseNone(path: string, is: 'isFile' | 'isDirectory'): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.[is]()) throw new NotFound(is === 'isFile' ? 'no-such-file' : 'no-such-folder', { path })
}

/** @throws Unacceptable `no-mapping` when the file holds something else */
async function wishIn(path: string | undefined): Promise<Wish> {
  const text = path === undefined ? null : await readFile(path, 'utf8').catch(() => null)
  if (text === null) return {}
  const parsed = mappingFile.safeParse(asJson(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Unacceptable('no-mapping', { where: issue?.path.join('.') || 'JSON' })
  }
  return parsed.data
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The shape is refused in words.
    return undefined
  }
}

async function writeMapping(path: string | undefined, mapping: Mapping): Promise<boolean> {
  if (path === undefined) return false
  const text = `${JSON.stringify(mapping, null, 2)}\n`
  return writeFile(path, text, { flag: 'wx' }).then(
    () => true,
    () => false,
  )
}

function progress(done: number, of: number): void {
  if (process.stderr.isTTY) console.error(`${done} of ${of} so far`)
}

const { t, kind: nameOf, outcome: outcomeOf, reason: reasonOf, remark: remarkOf, meaning } = saying('en')

const sources = {
  wordpress: 'An export of WordPress',
  ghost: 'An export of Ghost',
  markdown: 'A folder of Markdown',
}

/** What a person reads of an arrival. */
function linesOf({ report, blog, mapping }: Brought, from: Bringing['kind'], isRehearsal: boolean): string[] {
  const { counts } = report
  const { title, address } = blog.site
  const name = [title, address === '' ? '' : `(${address})`].filter(Boolean).join(' ')
  const source = `${sources[from]}.${name === '' ? '' : ` ${name}:`}`
  if (counts.length === 0 && blog.isWhole) return [`${source} There is nothing in it to bring in.`]
  return [
    `${source} texts: ${blog.texts}, comments: ${blog.comments}, files: ${blog.files.length}.`,
    ...(blog.isWhole
      ? []
      : ['The file breaks off: ask WordPress for it again. What is whole in it is read.']),
    isRehearsal ? 'Nothing was changed. It would be like this:' : 'What became of it:',
    ...counts.map(({ kind, outcome, reason, count }) => {
      const why = reason === '' ? '' : ` (${reasonOf(reason)})`
      return `  ${String(count).padStart(6)}  ${nameOf(kind)}: ${outcomeOf(outcome)}${why}`
    }),
    ...remarkLines(report),
    ...Object.entries(mapping.categories).map(([slug, means]) => `  category ${slug}: ${meaning(means)}`),
    ...Object.entries(mapping.authors).map(
      ([login, { name, account }]) => `  author ${login}: ${name}${account ? `, account ${account}` : ''}`,
    ),
  ]
}

/** Of each sort, how often, and the first few. */
const remarkLines = ({ remarks }: Brought['report']): string[] =>
  bySort(remarks).flatMap(({ sort, list }) => [
    `  ${t('remarks.sort', { what: remarkOf(sort), count: list.length })}`,
    ...list.slice(0, 5).map(({ title, what }) => `    ${title}${what === '' ? '' : `: ${what}`}`),
    ...(list.length > 5 ? [`    and ${list.length - 5} more; --json lists all`] : []),
  ])
