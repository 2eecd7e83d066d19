import type { App } from '../../platform/app.ts'
import { note } from '../../platform/journal.ts'
import { networkIn, textsIn } from '../../platform/network/index.ts'
import { allow } from '../../platform/refusals.ts'
import { pictureFile as pictureBytes } from '../media/index.ts'
import { pagesInMarkdown } from '../pages/index.ts'
import type { Actor } from '../people/index.ts'
import { type ExportWish, pictureFile } from './export.ts'
import { mayExport, mayExportAddresses } from './policy.ts'
import { authorsOut, headsOut, picturesOut, postsOut, roundsOut } from './queries.ts'
import type { Going, Sink } from './writing/going.ts'
import { json } from './writing/json.ts'
import { writeMarkdown } from './writing/markdown.ts'
import { tagSlugsOf } from './writing/terms.ts'
import { wxr } from './writing/wxr.ts'

export type Exported = { posts: number; pages: number; authors: number; pictures: number }

/** A blog that goes out once it is told where to. */
export type Leaving = { writeTo(sink: Sink): Promise<Exported> }

/**
 * Gets the blog ready to go out, and notes who takes it. Of what is not public, and of addresses, only what was asked for
 * goes along.
 *
 * @throws Forbidden unless an editor asks; for addresses, a director
 */
export async function exportBlog(app: App, actor: Actor, wish: ExportWish): Promise<Leaving> {
  allow(mayExport(actor))
  allow(!wish.withAddresses || mayExportAddresses(actor))
  const going = await goingOf(app, wish)
  const act = wish.withAddresses ? 'blog.exported-with-addresses' : 'blog.exported'
  const detail = { kind: wish.kind, posts: going.heads.length }
  await app.db.transaction().execute((tx) => note(tx, app.now(), actor.id, act, null, detail))
  return { writeTo: (sink) => write(app, going, sink) }
}

async function goingOf(app: App, wish: ExportWish): Promise<Going> {
  const { db } = app
  const now = app.now()
  const network = await networkIn(app)
  const { locales, zone, licence, issn } = network
  const { name, tagline } = textsIn(network, locales[0])
  const [heads, authors, rounds, pages] = await Promise.all([
    headsOut(db, now, wish),
    authorsOut(db, now, wish),
    roundsOut(db, now, wish),
    pagesInMarkdown(app, network),
  ])
  return {
    site: { title: name, tagline, origin: app.origin, locales, zone, licence, issn, madeAt: now },
    ...{ wish, heads, authors, rounds, pages, tagSlugs: tagSlugsOf(heads), shown: new Map() },
    posts: () => postsOut(db, now, { scope: wish, heads }),
    picturesOf: (ids) => picturesOut(db, ids),
  }
}

async function write(app: App, going: Going, sink: Sink): Promise<Exported> {
  if (going.wish.kind === 'markdown') await writeMarkdown(going, sink)
  else if (going.wish.kind === 'wxr') await sink.putPieces('blog.xml', wxr(going))
  else await sink.putPieces('blog.json', json(going))
  for (const picture of going.shown.values()) {
    const { id, width } = picture
    await sink.put(pictureFile(picture), await pictureBytes(app, { id, width, format: 'jpeg' }))
  }
  const { heads, pages, authors, shown } = going
  return { posts: heads.length, pages: pages.length, authors: authors.length, pictures: shown.size }
}
