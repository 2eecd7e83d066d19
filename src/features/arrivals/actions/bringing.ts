import { sql } from 'kysely'
import { isAway, isOutOfRoom, type Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { note } from '../../../platform/journal.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { allow } from '../../../platform/refusals.ts'
import type { Actor } from '../../people/index.ts'
import { type ArrivalKind, type CameItem, frontFaults } from '../arrival.ts'
import { completed, type Mapping, type Wish } from '../mapping.ts'
import { mayBringIn } from '../policy.ts'
import { erasedHashes, filesBefore, roundCodes, roundsIn, signersOf } from '../queries/known.ts'
import { addReport, emptyReport, type Report, reportOf } from '../queries/report.ts'
import { type Blog, filesIn, type Reader, readBlog, type Source } from '../reading/blog.ts'
import { zoned } from '../reading/zoned.ts'
import { leadFromLists } from './addresses.ts'
import { saidLeftOut } from './comments.ts'
import { bringFile } from './files.ts'
import { beginArrival, begunBefore, type Fate, keepFate } from './keeping.ts'
import { bringText } from './texts.ts'
import type { Under } from './under.ts'

/** A file of a blog, and what was decided about it. */
export type Bringing = {
  kind: ArrivalKind
  fileName: string
  read: Reader
  source: Source
  wish: Wish
  /** The folder in which its pictures are; null for none. */
  media: string | null
  /** Only says what would become of each thing. */
  isRehearsal: boolean
  /** Told now and then how many things are done, of how many. */
  progress?: (done: number, of: number) => void
  /** Told in the transaction in which it begins. */
  begun?: (tx: Tx, arrivalId: string) => Promise<void>
}

export type Brought = { report: Report; mapping: Mapping; blog: Blog; arrivalId: string | null }

/**
 * Brings in a blog that was kept elsewhere: each thing of it in a transaction of its own, so that one that was cut off goes on
 * where it was, and one that comes again changes only what is new. Nobody is sent anything.
 *
 * @throws Forbidden unless an editor asks
 * @throws NotFound `no-such-round`, `no-such-person` when the mapping names one that is not there
 * @throws Unacceptable what the reader cannot read
 */
export async function bringIn(app: App, actor: Actor, bringing: Bringing): Promise<Brought> {
  allow(mayBringIn(actor))
  const blog = await readBlog(bringing.read, bringing.source)
  const mapping = await mappingFor(app, bringing.wish, blog)
  const site = siteKey(blog.site.address || blog.site.title)
  const [rounds, signers, erased, earlier] = await Promise.all([
    roundsIn(app.db, mapping),
    signersOf(app, mapping),
    erasedHashes(app.db),
    filesBefore(app.db, site),
  ])
  const begun = bringing.isRehearsal
    ? { id: null, ordinal: 0 }
    : await begin(app, actor, { ...bringing, blog, site, mapping })
  const under: Under = {
    ...{ app, actor, arrivalId: begun.id, kind: bringing.kind, site, blog, mapping },
    ...{ files: filesIn(blog, earlier), media: bringing.media, rounds, signers, erased },
    pictures: new Map(earlier.map(({ sourceId, mediaId }) => [sourceId, mediaId])),
  }
  const rehearsed = await bringAll(under, bringing, begun.ordinal)
  if (begun.id === null) return { report: rehearsed, mapping, blog, arrivalId: null }
  await end(under, begun.id)
  return { report: await reportOf(app.db, begun.id), mapping, blog, arrivalId: begun.id }
}

async function mappingFor(app: App, wish: Wish, { site, authors, terms }: Blog): Promise<Mapping> {
  const categories = terms.filter(({ taxonomy }) => taxonomy === 'category')
  const { locales } = await networkIn(app)
  const known = { rounds: await roundCodes(app.db), locale: locales[0] }
  return completed(wish, { language: site.language, authors, categories }, known)
}

/** The same by whatever protocol, and with or without a final slash; a blog that says no address is known by its title. */
const siteKey = (address: string) =>
  address
    .replace(/^https?:\/\//i, '')
    .replace(/\/+$/, '')
    .toLowerCase() || 'unknown'

type Beginning = Bringing & { blog: Blog; site: string; mapping: Mapping }

/** A new one, or the one of the same file that was cut off. */
const begin = (app: App, actor: Actor, beginning: Beginning) =>
  app.db.transaction().execute(async (tx) => {
    const before = await begunBefore(tx, beginning.blog.sha256)
    const { id, ordinal } = before ?? { id: await beginArrival(app, tx, actor, beginning), ordinal: 0 }
    await beginning.begun?.(tx, id)
    if (!before) await note(tx, app.now(), actor.id, 'arrival.begun', id, { site: beginning.site })
    return { id, ordinal }
  })

/** Files first, since texts show them; then all else in its order. */
async function bringAll(under: Under, bringing: Bringing, done: number): Promise<Report> {
  const report = emptyReport()
  const all = under.blog.files.length + under.blog.texts
  let ordinal = 0
  const step = async (item: CameItem) => {
    ordinal += 1
    if (ordinal <= done) return
    const fates = await bringOne(under, item, ordinal)
    for (const { kind, sourceId, mediaId } of fates)
      if (kind === 'file' && mediaId) under.pictures.set(sourceId, mediaId)
    addReport(report, fates)
    if (ordinal % 100 === 0) bringing.progress?.(ordinal, all)
  }
  for (const file of under.blog.files) await step(file)
  for await (const came of bringing.read(bringing.source(), zoned(under.mapping.zone)))
    if (came.is === 'post' || came.is === 'page' || came.is === 'else') await step(came)
  return report
}

/** A thing that fails is told of, and stops no other; a database that is away stops all. */
async function bringOne(under: Under, item: CameItem, ordinal: number): Promise<Fate[]> {
  try {
    return await inOne(under, ordinal, (tx) => fatesOf(under, tx, item))
  } catch (error) {
    if (isAway(error) || isOutOfRoom(error)) throw error
    under.app.log.error({ err: error, item: item.sourceId }, 'arrival item failed')
    const failed = {
      kind: item.is,
      sourceId: item.sourceId,
      title: item.title,
      outcome: 'failed',
      reason: 'fault',
    } as const
    return inOne(under, ordinal, async () => [failed])
  }
}

/**
 * A rehearsal asks the database, and changes nothing. Two who bring in one blog at once take turns, and the second finds what the
 * first has done. No thing waits for the disk: a machine that falls loses the last few, with how far we were, and they come in again;
 * the end of it waits.
 */
const inOne = (under: Under, ordinal: number, step: (tx: Tx) => Promise<Fate[]>): Promise<Fate[]> =>
  under.app.db.transaction().execute(async (tx) => {
    if (under.arrivalId !== null)
      await sql`select set_config('synchronous_commit', 'off', true),
        pg_advisory_xact_lock(hashtextextended(${`arrival ${under.site}`}, 0))`.execute(tx)
    const fates = await step(tx)
    await keepFate(tx, under, { fates, ordinal })
    return fates
  })

async function fatesOf(under: Under, tx: Tx, item: CameItem): Promise<Fate[]> {
  if (item.is === 'file') return [await bringFile(under, tx, item), ...saidLeftOut(item.comments)]
  if (item.is === 'else') {
    const { sourceId, title, type, comments } = item
    const isFront = frontFaults.some((one) => one === type)
    const fate = { kind: 'else', sourceId, title, remarks: [isFront ? type : `kind:${type}`] } as const
    return [{ ...fate, outcome: 'left-out', reason: 'kind' }, ...saidLeftOut(comments)]
  }
  return bringText(under, tx, item)
}

const end = (under: Under, id: string) => {
  const { app, actor, site } = under
  return app.db.transaction().execute(async (tx) => {
    await leadFromLists(tx, under)
    await tx.updateTable('arrival').set({ endedAt: app.now() }).where('id', '=', id).execute()
    await note(tx, app.now(), actor.id, 'arrival.ended', id, { site })
  })
}
