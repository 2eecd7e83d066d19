import { type Db, oftenAs, type Tx } from '../../../db/index.ts'
import type { App } from '../../../platform/app.ts'
import { Conflict } from '../../../platform/refusals.ts'
import { hashOf, newSecret } from '../../../platform/secret.ts'
import type { Round } from '../../rounds/index.ts'
import { type FormPage, mayBegin, type Saved, unsaved, type Values, verdictOn } from '../draft.ts'
import { type Draft, draftColumns, draftOf, type Holder, lockedDraftOf } from '../queries/drafts.ts'
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
 * Who goes on with a draft waits for nobody: the page is written if it is still as it was read. Only who begins one, or
 * meets someone else at the same page, takes a lock.
 *
 * @param known the draft as it was just read, with null for none
 * @throws Conflict `call-not-open` when nothing can be begun
 * @throws TooMany `too-many` when one network begins too many
 */
export async function savePage(
  app: App,
  asker: Asker,
  round: Round,
  came: Came,
  known?: Draft | null,
): Promise<SavedPage> {
  const draft = known === undefined ? await draftOf(app.db, round.id, asker) : known
  const isOwn = draft !== null && draft.personId === asker.personId
  const done = isOwn ? await saveOver(app, app.db, draft, came) : null
  return done ?? saveLocked(app, asker, round, came)
}

const saveLocked = (app: App, asker: Asker, round: Round, came: Came): Promise<SavedPage> =>
  app.db.transaction().execute(async (tx) => {
    const { draft, secret } = await openDraft(app, tx, asker, round)
    const saved = await savedPage(tx, draft.id, came.page)
    const done = await saveOver(app, tx, { ...draft, pages: saved ? { [came.page]: saved } : {} }, came)
    // Nobody else can have written: the draft is locked.
    if (!done) throw new Error('a page was written beside the lock of its draft')
    return { ...done, secret }
  })

/** @returns null when somebody else has written the page since it was read, or the draft is another's by now */
async function saveOver(app: App, db: Db | Tx, draft: Draft, came: Came): Promise<SavedPage | null> {
  const saved = draft.pages[came.page] ?? { ...unsaved, typed: {} }
  const verdict = isSame(saved.typed, came.typed) ? 'late' : verdictOn(saved, came)
  if (verdict === 'conflict') return { secret: null, rev: saved.rev, theirs: saved.typed }
  if (verdict === 'late') return { secret: null, rev: saved.rev, theirs: null }
  const rev = await writePage(app, db, draft, { ...came, rev: saved.rev })
  return rev === null ? null : { secret: null, rev, theirs: null }
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

/** @returns its new revision; null when it is at another than `came.rev`, or the draft is another's */
async function writePage(
  app: App,
  db: Db | Tx,
  { id, personId }: Draft,
  { page, typed, rev, writer, seq }: Came,
): Promise<number | null> {
  const row = { typed: JSON.stringify(typed), page, writer, seq, savedAt: app.now() }
  const [written] = await writeOver(db, { id, personId, from: rev, to: rev + 1, ...row })
  return written?.rev ?? null
}

type Writing = Pick<Draft, 'id' | 'personId'> &
  Pick<Came, 'writer' | 'seq'> & { page: string; typed: string; from: number; to: number; savedAt: Date }

/** To write with: see `oftenAs`. */
const anyWriting: Writing = {
  ...{ id: 'draft', personId: 'person', page: 'page', typed: 'typed', writer: 'writer' },
  ...{ seq: -1, from: -2, to: -3, savedAt: new Date(0) },
}

const writeOver = oftenAs(anyWriting, (db, { id, personId, page, from, ...row }) =>
  db
    .with('held', (cte) =>
      cte
        .updateTable('applicationDraft')
        .set({ savedAt: row.savedAt })
        .where('id', '=', id)
        .where('personId', 'is not distinct from', personId)
        .returning('id as draftId'),
    )
    .insertInto('draftPage')
    .columns(['draftId', 'page', 'typed', 'rev', 'writer', 'seq', 'savedAt'])
    .expression((eb) =>
      eb
        .selectFrom('held')
        .select(({ val, cast }) => [
          'held.draftId',
          val(page).as('page'),
          cast<string>(val(row.typed), 'jsonb').as('typed'),
          cast<number>(val(row.to), 'int4').as('rev'),
          val(row.writer).as('writer'),
          cast<number>(val(row.seq), 'int4').as('seq'),
          cast<Date>(val(row.savedAt), 'timestamptz').as('savedAt'),
        ]),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['draftId', 'page'])
        .doUpdateSet(({ ref }) => ({
          typed: ref('excluded.typed'),
          rev: ref('excluded.rev'),
          writer: ref('excluded.writer'),
          seq: ref('excluded.seq'),
          savedAt: ref('excluded.savedAt'),
        }))
        .where('draftPage.rev', '=', from),
    )
    .returning('rev'),
)

const isSame = (a: Values, b: Values) => asText(a) === asText(b)
const asText = (values: Values) =>
  JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
