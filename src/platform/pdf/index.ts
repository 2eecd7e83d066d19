import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../app.ts'
import { aside } from '../aside/index.ts'
import { Conflict, TooMany } from '../refusals.ts'
import { root } from '../root.ts'

/** What the process is given. */
export type Order = {
  /** A Typst document, which reads its data by `json(bytes(sys.inputs.data))`: names are data there, never source. */
  template: string
  /** What each of the files is made of. */
  data: readonly unknown[]
  /** When it was made, in seconds: the same order makes the same bytes. */
  at: number
  /** A folder with further fonts. */
  fonts: string
}

/** A report of sections: facts, a table, what people said. Its words are data, with `author`, `lang`, `dir` and the `separator` behind a term. */
export const reportTemplate = 'src/platform/pdf/report.typ'

const make = aside<Order, (Uint8Array | null)[]>('src/platform/pdf/process.ts', {
  longestMs: 60_000,
})

/** So many wait at once; each takes about 120 MB while it is made, so they are made one after the other. */
const mostWaiting = 10
let waiting = 0

type Making = Pick<App, 'config' | 'now'>

/**
 * Makes a tagged PDF (PDF/UA-1) of a template, in a process of its own: web and worker keep their memory. Files are made
 * one at a time.
 *
 * @param template path of a Typst file, from the project's folder; it names title and language, and a picture its `alt`
 * @throws Conflict `letter-without-font` when a name is written in letters that no font has
 * @throws TooMany `too-many` when too many are waited for already
 */
export async function pdfOf(app: Making, template: string, data: unknown): Promise<Buffer<ArrayBuffer>> {
  const [made] = await pdfsOf(app, template, [data])
  if (!made) throw new Conflict('letter-without-font')
  return made
}

/**
 * Makes many of one template, in one process.
 *
 * @returns null for one that is written in letters that no font has
 * @throws TooMany `too-many` when too many are waited for already
 */
export async function pdfsOf(
  { config, now }: Making,
  template: string,
  data: readonly unknown[],
): Promise<(Buffer<ArrayBuffer> | null)[]> {
  if (waiting >= mostWaiting) throw new TooMany('too-many', 10)
  waiting += 1
  try {
    const order: Order = {
      template: await readFile(join(root, template), 'utf8'),
      data,
      at: Math.floor(now().getTime() / 1000),
      fonts: join(config.dataDir, 'fonts'),
    }
    return (await make(order)).map((file) => file && Buffer.from(file))
  } finally {
    waiting -= 1
  }
}
