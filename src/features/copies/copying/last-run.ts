import { hash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Visit } from './beside.ts'
import { listName } from './folder.ts'
import type { Statements } from './grounds.ts'
import type { Met } from './met.ts'
import { pageKey, placeIn, type Walked } from './walk.ts'

/** What is known of the last run into a folder: what was met at each address, of what it was drawn, and where it stands. */
export type LastRun = {
  visits: Map<string, Visit>
  statements: Statements
  found: Pick<Walked, 'places' | 'files' | 'ways'>
}

/** Where it is kept, and of what it is true: `state` is what no visit notes of itself; `gone` is of `Begin`. */
export type RunOf = { dataDir: string; path: string; state: string; gone: readonly string[] }

/** What is met, with its place; a page whose links are those of the page before it has none of its own. */
type Line = { address: string; grounds: Visit['grounds']; met: (Met & { place?: string })[] }

/** The path first: it is read alone, to tell whether that copy is still there. */
type Head = {
  path: string
  list: string
  state: string
  gone: readonly string[]
  statements: [string, string][]
}

/** In our own folder: what the database was asked is nobody's business who reads the copy. */
const folderOf = (dataDir: string) => join(dataDir, 'copies')
const fileOf = ({ dataDir, path }: RunOf) =>
  join(folderOf(dataDir), `${hash('sha256', resolve(path), 'base64url').slice(0, 22)}.jsonl`)

/** Which files the folder holds, as a digest: a folder that was filled from elsewhere is another one. */
const listIn = async (path: string): Promise<string> =>
  hash('sha256', await readFile(join(path, listName('copy')), 'utf8').catch(() => ''))

/** Takes it out of its place: where a run is cut off, the next one draws all. @returns nothing known where anything else was true of it */
export async function takeLastRun(of: RunOf): Promise<LastRun> {
  const run: LastRun = {
    visits: new Map(),
    statements: new Map(),
    found: { places: new Map(), files: new Map(), ways: new Map() },
  }
  const text = await readFile(fileOf(of), 'utf8').catch(() => null)
  await rm(fileOf(of), { force: true })
  if (text === null) return run
  const [head = '', ...lines] = text.trimEnd().split('\n')
  const { list, state, gone, statements }: Head = JSON.parse(head)
  if (list !== (await listIn(of.path)) || state !== of.state) return run
  for (const [name, sql] of statements) run.statements.set(name, sql)
  for (const line of lines) add(run, JSON.parse(line))
  for (const address of new Set(gone).symmetricDifference(new Set(of.gone))) run.visits.delete(address)
  return run
}

function add({ visits, found }: LastRun, { address, grounds, met }: Line): void {
  let links: string[] = []
  const all = met.map(({ place, ...one }): Met => {
    const { stands } = one
    if (stands.kind === 'way' && stands.to !== null) found.ways.set(one.address, stands.to)
    if (stands.kind === 'file' && place !== undefined) found.files.set(one.address, place)
    if (stands.kind !== 'page') return one
    if (place !== undefined) found.places.set(pageKey(one.locale, one.address), place)
    links = stands.links ?? links
    return { ...one, stands: { ...stands, links } }
  })
  visits.set(address, { met: all, grounds })
}

/** Keeps it for the next one. */
export async function keepRun(of: RunOf, { visits, statements, found }: LastRun): Promise<void> {
  await mkdir(folderOf(of.dataDir), { recursive: true, mode: 0o700 })
  const { state, gone } = of
  const head: Head = {
    ...{ path: resolve(of.path), list: await listIn(of.path), state, gone },
    statements: [...statements],
  }
  function* lines() {
    yield `${JSON.stringify(head)}\n`
    for (const [address, visit] of visits) yield `${JSON.stringify(lineOf(address, visit, found))}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(`${fileOf(of)}-next`))
  await rename(`${fileOf(of)}-next`, fileOf(of))
  await letGo(of)
}

/** Of copies that are no more where they were, and of runs that were cut off. */
async function letGo({ dataDir }: RunOf): Promise<void> {
  for (const name of await readdir(folderOf(dataDir))) {
    const file = join(folderOf(dataDir), name)
    const path = name.endsWith('.jsonl') ? await pathIn(file) : undefined
    if (path === undefined || !existsSync(join(path, listName('copy')))) await rm(file, { force: true })
  }
}

async function pathIn(file: string): Promise<string | undefined> {
  const opened = await open(file)
  try {
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(20_000))
    const [, path] = /^\{"path":("(?:[^"\\]|\\.)*")/.exec(buffer.toString('utf8', 0, bytesRead)) ?? []
    return path === undefined ? undefined : JSON.parse(path)
  } finally {
    await opened.close()
  }
}

function lineOf(address: string, { met, grounds }: Visit, found: LastRun['found']): Line {
  let before: string[] | undefined
  const all = met.map((one) => {
    const { stands } = one
    const place = placeIn(found, one)
    if (stands.kind !== 'page') return { ...one, place }
    const isSame = stands.links === before
    before = stands.links
    return { ...one, stands: isSame ? { kind: 'page', text: stands.text } : stands, place }
  })
  return { address, grounds, met: all as Line['met'] }
}
