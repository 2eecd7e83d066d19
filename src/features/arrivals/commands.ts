import { createReadStream } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from '../../platform/commands.ts'
import { NotFound, Unacceptable } from '../../platform/refusals.ts'
import { terminal } from '../people/index.ts'
import { type Brought, bringIn } from './actions/bringing.ts'
import type { Mapping, Wish } from './mapping.ts'
import { bySort, saying } from './pages/saying.ts'
import { readWxr } from './reading/wxr.ts'
import { mappingFile } from './schema.ts'

const importCommand: Command = {
  name: 'archive import',
  grows: true,
  summary:
    'Bring in a blog from an export of WordPress: posts, pages, comments, pictures, old addresses. Nobody is sent anything, nothing is fetched. Bringing in the same file twice changes nothing; cut off, it goes on where it was.',
  args: ['FILE'],
  options: {
    media: { help: 'the folder wp-content/uploads of the blog, or one laid out like it', value: 'FOLDER' },
    mapping: {
      help: 'what its authors and categories are here, as JSON; with --dry-run it is written where there is no such file',
      value: 'FILE',
    },
    'dry-run': { help: 'only say what would become of everything' },
  },
  async run(app, { args: [path = ''], options, switches }) {
    await refuseNone(path, 'isFile')
    if (options.media !== undefined) await refuseNone(options.media, 'isDirectory')
    const isRehearsal = switches.has('dry-run')
    const brought = await bringIn(app, terminal, {
      ...{ kind: 'wordpress', fileName: basename(path), read: readWxr, isRehearsal },
      source: () => createReadStream(path),
      wish: await wishIn(options.mapping),
      media: options.media ?? null,
      progress,
    })
    const written = isRehearsal && (await writeMapping(options.mapping, brought.mapping))
    return {
      text: [
        ...linesOf(brought, isRehearsal),
        ...(written ? [`The mapping is in ${options.mapping}: correct it there.`] : []),
      ].join('\n'),
      json: {
        ...{
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

async function refuseNone(path: string, is: 'isFile' | 'isDirectory'): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (!found?.[is]()) throw new NotFound('no-such-file', { path })
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
  return JSON.parse(JSON.stringify(parsed.data)) as Wish
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

/** What a person reads of an arrival. */
function linesOf({ report, blog, mapping }: Brought, isRehearsal: boolean): string[] {
  const { counts } = report
  return [
    `${blog.site.title} (${blog.site.address}): ${blog.texts} texts, ${blog.comments} comments, ${blog.files.length} files.`,
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
