import type { Command } from '../../platform/commands.ts'
import { formats } from '../../platform/formats.ts'
import { Unacceptable } from '../../platform/refusals.ts'
import { openFolder } from '../copies/index.ts'
import { terminal } from '../people/index.ts'
import { type Exported, exportBlog, type Leaving } from './actions.ts'
import { type ExportKind, exportKinds } from './export.ts'
import { fileSink, writeZip } from './writing/sinks.ts'

const exportCommand: Command = {
  name: 'archive export',
  summary:
    'Write the blog for other software into PATH, a folder or a .zip, with its pictures: for WordPress, as Markdown with front matter, or as JSON. Into an .xml or .json file, without pictures. Again into the same folder, it writes what has changed and removes what is gone.',
  args: ['PATH'],
  options: {
    as: { help: 'wxr, markdown or json', value: 'FORM', required: true },
    unpublished: {
      help: 'also what is not public: drafts, posts that are scheduled or were withdrawn, comments that are not shown',
    },
    'with-addresses': {
      help: 'with the addresses of those who commented, as long as they are kept, and of authors with an account',
    },
  },
  async run(app, { args: [path = ''], options, switches }) {
    const kind = exportKinds.find((one) => one === options.as)
    if (!kind) throw new Unacceptable('no-such-export')
    requireFile(path, kind)
    const leaving = await exportBlog(app, terminal, {
      ...{ kind, isWhole: switches.has('unpublished'), withAddresses: switches.has('with-addresses') },
    })
    const exported = await writeInto(path, leaving, app.origin)
    const { number } = formats('en', 'UTC')
    const { posts, pages, authors, pictures } = exported
    return {
      text: `${number(posts)} posts, ${number(pages)} pages, ${number(authors)} authors and ${number(pictures)} pictures are in ${path}.`,
      json: exported,
    }
  },
}

export const commands = [exportCommand]

const single = /\.(xml|json)$/i

/** @throws Unacceptable `export-has-no-file` where a file of that name holds something else */
function requireFile(path: string, kind: ExportKind): void {
  const [, ending] = single.exec(path) ?? []
  if (ending === undefined) return
  if ((ending.toLowerCase() === 'xml' ? 'wxr' : 'json') !== kind)
    throw new Unacceptable('export-has-no-file', { path })
}

async function writeInto(path: string, leaving: Leaving, origin: string): Promise<Exported> {
  if (path.endsWith('.zip')) return writeZip(path, leaving.writeTo)
  if (single.test(path)) {
    const { sink, end } = fileSink(path)
    const exported = await leaving.writeTo(sink)
    await end()
    return { ...exported, pictures: 0 }
  }
  const folder = await openFolder(path, { origin, holds: 'export', refusal: 'not-our-export' })
  try {
    const exported = await leaving.writeTo(folder)
    await folder.finish()
    return exported
  } finally {
    await folder.close()
  }
}
