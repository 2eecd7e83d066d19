import { type SelectQueryBuilder, sql } from 'kysely'
import { type Db, oftenAs, type Tables, type Tx } from '../../../db/index.ts'
import { hashOf } from '../../../platform/secret.ts'
import type { FormPage, Saved, Values } from '../draft.ts'

/** Who is at the form: a person who is signed in, or a browser that holds the secret of a draft, or neither. */
export type Holder = { personId: string | null; secret: string | null }

export type Draft = {
  id: string
  personId: string | null
  applicationId: string | null
  savedAt: Date
  sentAt: Date | null
  /** When it was last said, at the address that it was sent with, not to be theirs. */
  deniedAt: Date | null
  /** The short address by which it was begun, until it is sent. */
  via: string | null
  pages: Partial<Record<FormPage, Saved & { typed: Values }>>
}

export const draftColumns = [
  'id',
  'personId',
  'applicationId',
  'savedAt',
  'sentAt',
  'via',
  'deniedAt',
] as const

/** Nothing is left of it, and nothing was typed since. */
export const isDenied = ({ deniedAt, pages }: Pick<Draft, 'deniedAt' | 'pages'>) =>
  deniedAt !== null && Object.keys(pages).length === 0

type Drafts<Row> = SelectQueryBuilder<
  Tables & { application_draft: Tables['applicationDraft'] },
  'application_draft',
  Row
>

const drafts = (db: Db | Tx) =>
  db
    .selectFrom('applicationDraft as application_draft')
    .select(draftColumns.map((name) => `application_draft.${name}` as const))

const draftsOf = (db: Db | Tx) =>
  drafts(db).select(
    sql<Draft['pages']>`coalesce((
        select jsonb_object_agg(page, jsonb_build_object('typed', typed, 'rev', rev, 'writer', writer, 'seq', seq))
        from draft_page where draft_id = application_draft.id), '{}')`.as('pages'),
  )

/** The two ways to somebody's draft of a round: by their account, and by the secret that their browser holds. */
const waysTo = <Row>(from: (db: Db | Tx) => Drafts<Row>) => ({
  ofPerson: oftenAs({ roundId: 'round', personId: 'person' }, (db, { roundId, personId }) =>
    from(db)
      .where('application_draft.roundId', '=', roundId)
      .where('application_draft.personId', '=', personId),
  ),
  ofSecret: oftenAs({ roundId: 'round', hash: hashOf('a secret'), isNobody: true }, (db, given) =>
    from(db)
      .where('application_draft.roundId', '=', given.roundId)
      .where('application_draft.personId', 'is', null)
      // What was sent from this browser may be another's: they are asked by their address whether it is theirs.
      .where(sql<boolean>`(${given.isNobody}::boolean or application_draft.application_id is null)`)
      .where((eb) =>
        eb.or([
          eb('application_draft.secretHash', '=', given.hash),
          eb('application_draft.resumeHash', '=', given.hash),
        ]),
      ),
  ),
})

const whole = waysTo(draftsOf)
const locked = waysTo((db) => drafts(db).forUpdate())

/**
 * The draft of a round that someone may go on with: their own, else the one whose secret their browser holds, unless it
 * is someone else's by now.
 */
export const draftOf = (db: Db | Tx, roundId: string, holder: Holder): Promise<Draft | null> =>
  heldBy(db, whole, { ...holder, roundId })

/** The same without its pages, and locked: whoever saves or sends it besides waits. */
export const lockedDraftOf = (tx: Tx, roundId: string, holder: Holder) =>
  heldBy(tx, locked, { ...holder, roundId })

async function heldBy<Row>(
  db: Db | Tx,
  { ofPerson, ofSecret }: ReturnType<typeof waysTo<Row>>,
  { roundId, personId, secret }: Holder & { roundId: string },
): Promise<Row | null> {
  if (personId) {
    const [own] = await ofPerson(db, { roundId, personId })
    if (own) return own
  }
  if (!secret) return null
  const [held] = await ofSecret(db, { roundId, hash: hashOf(secret), isNobody: personId === null })
  return held ?? null
}

/** The draft that an emailed link leads to, with the code of its round. */
export const draftByLink = (db: Db | Tx, kind: 'resume' | 'confirm', secret: string) =>
  draftsOf(db)
    .innerJoin('round', 'round.id', 'application_draft.roundId')
    .select('round.code')
    .where(
      kind === 'resume' ? 'application_draft.resumeHash' : 'application_draft.confirmHash',
      '=',
      hashOf(secret),
    )
    .executeTakeFirst()

/** What someone has begun and not sent, or changed since, in rounds whose deadline is to come. */
export const unsentOf = (db: Db, personId: string, now: Date) =>
  db
    .selectFrom('applicationDraft')
    .innerJoin('round', 'round.id', 'applicationDraft.roundId')
    .where('personId', '=', personId)
    .where('applyUntil', '>', now)
    .where((eb) => eb.or([eb('sentAt', 'is', null), eb('savedAt', '>', eb.ref('sentAt'))]))
    .select(['round.code', 'round.title', 'round.applyUntil', 'round.zone', 'sentAt'])
    .execute()
