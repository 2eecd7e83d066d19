import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { App } from '../../../platform/app.ts'
import { secondOf } from '../../../platform/days.ts'
import { networkIn, textsIn } from '../../../platform/network/index.ts'
import { version } from '../../../platform/version.ts'
import { openZip } from '../../../platform/zip.ts'
import { searchPath } from '../../archive/index.ts'
import { postPath } from '../../posts/index.ts'
import { openNames } from '../names.ts'
import { postsToFind, withdrawnAddresses } from '../queries.ts'
import type { Site } from './copy.ts'
import { isPublic, meet } from './met.ts'
import { seeds } from './seeds.ts'
import { type Hand, walk } from './walk.ts'
import { surt, warcInfo, warcResponse } from './warc.ts'

export type Archived = { pages: number; records: number; bytes: number }

/** Of an answer in the file: its place there, and what an index says of it. */
type Indexed = { key: string; said: Record<string, string> }
type Page = { url: string; title: string }

const software = `Twinleaf ${version}`
const warcName = 'data.warc.gz'

/**
 * Writes all that a visitor reads in the network's own language into one file for web archives, each answer as the site gave it.
 *
 * @source https://specs.webrecorder.net/wacz/1.1.1/
 */
export async function publishWacz(app: App, site: Site, path: string): Promise<Archived> {
  const aside = await mkdtemp(join(dirname(path), '.wacz-'))
  try {
    const warc = join(aside, warcName)
    const { index, pages } = await recorded(app, site, warc)
    const bytes = await packed(app, { aside, warc, index, pages })
    await rename(join(aside, 'whole'), path)
    return { pages: pages.length, records: index.length, bytes }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Follows each link as a copy does, and keeps what it is told. */
async function recorded(app: App, site: Site, path: string): Promise<{ index: Indexed[]; pages: Page[] }> {
  const { locales } = await networkIn(app)
  site.begin(app.now())
  const file = await open(path, 'w')
  const index: Indexed[] = []
  const titles = new Map<string, string>()
  let offset = 0
  const keep = async (bytes: Buffer) => {
    await file.write(bytes)
    offset += bytes.length
  }
  await keep(warcInfo(app.now(), software))
  const ask = async (address: string, locale: string): Promise<Response> => {
    const answer = await site.ask(address, locale)
    const isKept = answer.ok
      ? isPublic(answer) || address === searchPath
      : answer.status === 410 || answer.status < 400
    if (!isKept) return answer
    const body = Buffer.from(await answer.clone().arrayBuffer())
    const url = app.origin + address
    const { status } = answer
    const record = warcResponse({ url, at: app.now(), status, headers: [...answer.headers], body })
    const mime = (answer.headers.get('Content-Type') ?? 'unk').split(';')[0] ?? 'unk'
    index.push({
      key: `${surt(url)} ${stampOf(app.now())}`,
      said: {
        ...{ url, mime, status: String(status), digest: record.digest },
        ...{ length: String(record.bytes.length), offset: String(offset), filename: warcName },
      },
    })
    if (mime === 'text/html' && answer.ok) titles.set(address, titleOf(body.toString()))
    await keep(record.bytes)
    return answer
  }
  try {
    const pages = await walked(app, { ...site, ask }, locales[0])
    return {
      index,
      pages: pages.map((address) => ({ url: app.origin + address, title: titles.get(address) ?? '' })),
    }
  } finally {
    await file.close()
  }
}

/** @returns addresses of the pages that answered */
async function walked(app: App, { ask, ownScript }: Site, locale: string): Promise<string[]> {
  const [known, gone] = await Promise.all([postsToFind(app.db, app.now()), withdrawnAddresses(app.db)])
  const begin = { origin: app.origin, locales: [locale], always: [searchPath], gone, withCards: false }
  // One after the other: records stand in the file in the order of the links.
  const hand: Hand = { atOnce: 1, meet: (address) => meet(ask, address, begin, () => undefined) }
  const { pages } = await walk(
    { hands: [hand], names: openNames([]), ours: locale, put: async () => undefined },
    [...seeds, ownScript, ...known.map(({ slug }) => postPath(slug)), searchPath, ...gone],
  )
  return pages.map(({ address }) => address)
}

type Packing = { aside: string; warc: string; index: readonly Indexed[]; pages: readonly Page[] }

/** @returns how many bytes the file has */
async function packed(app: App, { aside, warc, index, pages }: Packing): Promise<number> {
  const network = await networkIn(app)
  const zip = openZip()
  const out = createWriteStream(join(aside, 'whole'))
  const written = pipeline(zip.stream, out)
  // A disk that is full is told of by the file that was being added, too.
  written.catch(() => undefined)
  const resources: { name: string; path: string; hash: string; bytes: number }[] = []
  const add = async (name: string, content: Readable, isPacked = false) => {
    const hash = createHash('sha256')
    let bytes = 0
    async function* seen() {
      for await (const piece of content as AsyncIterable<Buffer>) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    }
    await zip.add(name, Readable.from(seen()), isPacked)
    const said = `sha256:${hash.digest('hex')}`
    resources.push({ name: name.split('/').at(-1) ?? name, path: name, hash: said, bytes })
    return said
  }
  // Stored, and not compressed once more: whoever replays it reads single records out of the middle.
  await add(`archive/${warcName}`, createReadStream(warc), true)
  await add('indexes/index.cdx', Readable.from([Buffer.from(indexText(index))]))
  await add('pages/pages.jsonl', Readable.from([Buffer.from(pagesText(pages, app.now()))]))
  const about = {
    ...{ profile: 'data-package', wacz_version: '1.1.1', software },
    ...{ title: textsIn(network, network.locales[0]).name, created: app.now().toISOString() },
    ...{ mainPageUrl: `${app.origin}/`, resources: [...resources] },
  }
  const hash = await add('datapackage.json', Readable.from([Buffer.from(JSON.stringify(about, null, 2))]))
  const digest = { path: 'datapackage.json', hash }
  await add('datapackage-digest.json', Readable.from([Buffer.from(JSON.stringify(digest))]))
  zip.end()
  await written
  return out.bytesWritten
}

/** In the order of bytes, in which it is searched by halves. */
const indexText = (index: readonly Indexed[]): string =>
  index
    .map(({ key, said }) => `${key} ${JSON.stringify(said)}\n`)
    .toSorted((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .join('')

function pagesText(pages: readonly Page[], at: Date): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }
  const lines = pages.map(({ url, title }, number) => ({
    id: String(number + 1),
    url,
    title,
    ts: at.toISOString(),
  }))
  return [head, ...lines].map((one) => `${JSON.stringify(one)}\n`).join('')
}

/** `20160301120000` */
const stampOf = (at: Date): string => secondOf(at).replace(/\D/g, '')

/** What the head of a page of ours says, with the signs that HTML has its own spelling for. */
export const titleOf = (html: string): string =>
  (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(
    /&(amp|lt|gt|quot|#39);/g,
    (spelled, name) => signs[name] ?? spelled,
  )

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
