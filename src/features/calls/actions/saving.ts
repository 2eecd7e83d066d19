import type { Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import type { Round } from '../../rounds/index.ts'
import { type FormPage, mayBegin, type Saved, unsaved, type Values, verdictOn } from '../draft.ts'
import { type Draft, draftColumns, type Holder, lockedDraftOf } from '../queries/drafts.ts'
import { networkHash, refuseBegunFlood } from './floods.ts'

/** Who is at the form, where they are, the language they read in, and which short address led them there. */
export type Asker = Holder & { email: string | null; network: string; locale: string; via?: string | null }

/** A page as it was typed. */
export type Came = Saved & { page: FormPage; typed: Values }

/**
 * What became of it. A browser whose draft begins by it gets a `secret` to keep. In a conflict nothing is saved, and
 * `theirs` is what the other device has typed there.
 */
export type SavedPage = { secret: string | null; rev: number; theirs: Values | null }

/**
 * Keeps what was typed on a page, whether it is finished or not; the first time, it begins a draft.
 *
 * @throws Conflict `call-not-open` when nothing can be begun
 * @throws TooMany `too-many` when one network begins too many
 */
export async function savePage(app: App, asker: Asker, round: Round, came: Came): Promise<SavedPage> {
  return app.db.transaction().execute(async (tx) => {
    const { draft, secret } = await openDraft(app, tx, asker, round)
    const saved = (await savedPage(tx, draft.id, came.page)) ?? { ...unsaved, typed: {} }
    const verdict = isSame(saved.typed, came.typed) ? 'late' : verdictOn(saved, came)
    if (verdict === 'conflict') return { secret, rev: saved.rev, theirs: saved.typed }
    if (verdict === 'late') return { secret, rev: saved.rev, theirs: null }
    await writePage(app, tx, draft.id, { ...came, rev: saved.rev + 1 })
    return { secret, rev: saved.rev + 1, theirs: null }
  })
}

/** The draft that someone goes on with, or a new one; locked, and without its pages. */
export async function openDraft(
  app: App,
  tx: Tx,
  asker: Asker,
  round: Round,
): Promise<{ draft: Omit<Draft, 'pages'>; secret: string | null }> {
  const { personId } = asker
  const known = await lockedDraftOf(tx, round.id, asker)
  if (known) {
    if (personId && known.personId === null) await takeOver(tx, known.id, personId)
    return { draft: known, secret: null }
  }
  if (!mayBegin(round, app.now())) throw new Conflict('call-not-open', { code: round.code })
  await refuseBegunFlood(app, tx, asker.network)
  const secret = personId ? null : newSecret()
  const now = app.now()
  const draft = await tx
    .insertInto('applicationDraft')
    .values({
      ...{ roundId: round.id, personId, locale: asker.locale, begunAt: now, savedAt: now },
      secretHash: secret ? hashOf(secret) : null,
      networkHash: networkHash(app, asker.network),
      via: asker.via ?? null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['roundId', 'personId'])
        .where('personId', 'is not', null)
        .doUpdateSet({ savedAt: now }),
    )
    .returning(draftColumns)
    .executeTakeFirstOrThrow()
  return { draft, secret }
}

/** From then on it is the person's, and no secret opens it any more. */
export const takeOver = (tx: Tx, draftId: string, personId: string) =>
  tx
    .updateTable('applicationDraft')
    .set({ personId, secretHash: null, resumeHash: null })
    .where('id', '=', draftId)
    .execute()

const savedPage = async (tx: Tx, draftId: string, page: FormPage) =>
  (await tx
    .selectFrom('draftPage')
    .select(['typed', 'rev', 'writer', 'seq'])
    .where('draftId', '=', draftId)
    .where('page', '=', page)
    .executeTakeFirst()) as (Saved & { typed: Values }) | undefined

async function writePage(app: App, tx: Tx, draftId: string, came: Came): Promise<void> {
  const { page, rev, writer, seq } = came
  const row = { typed: JSON.stringify(came.typed), rev, writer, seq, savedAt: app.now() }
  await tx
    .with('written', (cte) =>
      cte
        .insertInto('draftPage')
        .values({ draftId, page, ...row })
        .onConflict((conflict) => conflict.columns(['draftId', 'page']).doUpdateSet(row)),
    )
    .updateTable('applicationDraft')
    .set({ savedAt: app.now() })
    .where('id', '=', draftId)
    .execute()
}

const isSame = (a: Values, b: Values) => asText(a) === asText(b)
const asText = (values: Values) =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
