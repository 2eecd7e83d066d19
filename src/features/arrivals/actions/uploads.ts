import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { NotFound, Refusal } from '../../../platform/refusals.ts'
import { type Actor, terminal } from '../../people/index.ts'
import { partsOfUpload, type Rehearsal, type Sent, sentFile } from '../queries/uploads.ts'

const partBytes = 1_000_000

/** Keeps a file part by part; no more than one is held at a time. @returns its id */
export async function keepSent(
  app: App,
  tx: Tx,
  actor: Actor,
  { fileName, source }: { fileName: string; source: () => AsyncIterable<Uint8Array> },
): Promise<string> {
  const { id } = await tx
    .insertInto('arrivalUpload')
    .values({ fileName: fileName.slice(0, 300), uploadedAt: app.now(), uploadedBy: actor.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const held: Uint8Array[] = []
  let number = 0
  const keep = async () => {
    const bytes = Buffer.concat(held.splice(0))
    await tx.insertInto('arrivalUploadPart').values({ uploadId: id, number, bytes }).execute()
    number += 1
  }
  let size = 0
  for await (const bytes of source()) {
    held.push(bytes)
    size += bytes.length
    if (size < partBytes) continue
    await keep()
    size = 0
  }
  if (size > 0) await keep()
  return id
}

/** What would become of a file that was sent, or why it cannot be read, is kept with it. */
export async function rehearse(app: App, id: string): Promise<void> {
  const sent = await stillThere(app, id)
  if (!sent || sent.startedAt !== null) return
  const set = await looked(app, sent)
  await app.db
    .updateTable('arrivalUpload')
    .set(set)
    .where('id', '=', id)
    .where('startedAt', 'is', null)
    .execute()
}

async function looked(app: App, sent: Sent) {
  try {
    const { report, mapping, blog, kind } = await bring(app, sent, true)
    const { site, isWhole, texts, comments, terms } = blog
    const total = report.counts.reduce((sum, { kind, count }) => sum + (kind === 'comment' ? 0 : count), 0)
    const categories = terms
      .filter(({ taxonomy }) => taxonomy === 'category')
      .map(({ slug, name }) => ({ slug, name }))
    const rehearsal: Rehearsal = {
      kind,
      site,
      isWhole,
      texts,
      comments,
      files: blog.files.length,
      total,
      categories,
      report,
      mapping,
    }
    return { rehearsal: JSON.stringify(rehearsal), problem: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { rehearsal: null, problem: error.code as string }
  }
}

/** Brings in a file that was sent, for the editor who let it come in. */
export async function bringUpload(app: App, id: string): Promise<void> {
  const sent = await stillThere(app, id)
  if (!sent || sent.startedAt === null) return
  await bring(app, sent, false)
}

async function bring(app: App, sent: Sent, isRehearsal: boolean) {
  const { bringIn, readerFor } = await import('./coming-in.ts')
  const source = partsOfUpload(app.db, sent.id)
  const { kind, read } = await readerFor(source)
  const brought = await bringIn(
    app,
    { ...terminal, id: sent.uploadedBy },
    {
      ...{ kind, read, source, isRehearsal, media: null },
      ...{ fileName: sent.fileName, wish: sent.wish },
      begun: async (tx, arrivalId) => {
        await tx.updateTable('arrivalUpload').set({ arrivalId }).where('id', '=', sent.id).execute()
      },
    },
  )
  return { ...brought, kind }
}

async function stillThere(app: App, id: string): Promise<Sent | null> {
  try {
    return await sentFile(app.db, id)
  } catch (error) {
    // Its week has passed.
    if (error instanceof NotFound) return null
    throw error
  }
}
