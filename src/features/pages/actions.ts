import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import { dayIn } from '../../platform/days.ts'
import { note } from '../../platform/journal.ts'
import { networkIn } from '../../platform/network/index.ts'
import { allow, Conflict } from '../../platform/refusals.ts'
import type { Locale } from '../../platform/words.ts'
import type { Actor } from '../people/index.ts'
import { nextVersion, type PageName, type PageText } from './page.ts'
import { mayWritePages } from './policy.ts'
import { conductVersions, currentConduct, newestOf, type Written } from './queries.ts'

export type Edit = PageText & {
  page: PageName
  locale: Locale
  /** The number of the revision it was begun from: 0 for the text that comes with Twinleaf. */
  base: number
  /** Whether it changes what people agree to: whoever applies from then on accepts it anew. */
  isNewVersion: boolean
}

/**
 * Publishes what a page says in one language. What it said before stays as a revision.
 *
 * @throws Forbidden unless a director asks
 * @throws Conflict `page-changed` when someone else has published it since
 */
export async function publishPage(app: App, actor: Actor, edit: Edit): Promise<void> {
  allow(mayWritePages(actor))
  const { page, locale, title, body, base } = edit
  await app.db.transaction().execute(async (tx) => {
    // One after the other: two languages published at once would otherwise make two versions of one name.
    await sql`lock table page_revision in share row exclusive mode`.execute(tx)
    const newest = await newestOf(tx, edit)
    if (newest && isSame(newest, edit)) return
    if ((newest?.number ?? 0) !== base) throw new Conflict('page-changed')
    const version = page === 'code-of-conduct' ? await versionOf(app, tx, edit) : null
    const said = { page, locale, number: base + 1, title, body, version }
    await tx
      .insertInto('pageRevision')
      .values({ ...said, writtenBy: actor.id, writtenAt: app.now() })
      .execute()
    await note(tx, app.now(), actor.id, 'page.published', null, {
      ...{ page, locale, number: base + 1 },
      version: (edit.isNewVersion && version) || 'none',
    })
  })
}

/** A button that was pressed twice publishes once, and what was not changed needs no new revision. */
const isSame = (newest: Written, { title, body, base, isNewVersion }: Edit) =>
  newest.title === title && newest.body === body && (newest.number === base + 1 || !isNewVersion)

async function versionOf(app: App, tx: Tx, { isNewVersion }: Edit): Promise<string> {
  if (!isNewVersion) return currentConduct(tx)
  const { zone } = await networkIn(app, tx)
  return nextVersion(dayIn(app.now(), zone), await conductVersions(tx))
}
