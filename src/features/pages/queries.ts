import { type Db, oftenAs, type Tx } from '../../db/index.ts'
import { NotFound } from '../../platform/refusals.ts'
import type { Locale } from '../../platform/words.ts'
import { type PageName, type Revision, textFor } from './page.ts'
import { suppliedConducts, suppliedText } from './supplied.ts'

/** A revision as the office sees it. */
export type Written = Revision & {
  page: PageName
  writtenAt: Date
  /** Null for the terminal, and for someone who was erased. */
  by: string | null
}

const revisions = (db: Db | Tx) =>
  db
    .selectFrom('pageRevision')
    .leftJoin('person', 'person.id', 'pageRevision.writtenBy')
    .select(['page', 'pageRevision.locale', 'number', 'title', 'body', 'version', 'writtenAt'])
    .select('person.name as by')
    .$castTo<Written>()

const newest = (db: Db | Tx) =>
  revisions(db)
    .distinctOn(['page', 'pageRevision.locale'])
    .orderBy('page')
    .orderBy('pageRevision.locale')
    .orderBy('number', 'desc')

/** The newest text of each page and language that anyone has written. */
export const newestTexts = (db: Db): Promise<Written[]> => newest(db).execute()

/**
 * What a reader gets of a page.
 *
 * @param wanted languages, the reader's own first
 */
export async function shownText(db: Db | Tx, page: PageName, wanted: readonly Locale[]): Promise<Revision> {
  if (page === 'code-of-conduct') return conductText(db, await currentConduct(db), wanted)
  const written = await newest(db).where('page', '=', page).execute()
  return textFor(written, null, wanted) ?? suppliedText(page, wanted[0] ?? 'en')
}

/** The newest text of a page in one language; null when nobody has written it in that. */
export const newestOf = async (
  db: Db | Tx,
  { page, locale }: { page: PageName; locale: Locale },
): Promise<Written | null> =>
  (await newest(db).where('page', '=', page).where('pageRevision.locale', '=', locale).executeTakeFirst()) ??
  null

/** All states of a page in one language, the newest first. */
export const revisionsOf = (db: Db | Tx, page: PageName, locale: Locale): Promise<Written[]> =>
  revisions(db)
    .where('page', '=', page)
    .where('pageRevision.locale', '=', locale)
    .orderBy('number', 'desc')
    .execute()

/** @throws NotFound `no-such-revision`; number 0 is the text that comes with Twinleaf */
export async function revisionAt(
  db: Db | Tx,
  { page, locale }: { page: PageName; locale: Locale },
  number: number,
): Promise<Revision | Written> {
  if (number === 0) return suppliedText(page, locale)
  const found = await revisions(db)
    .where('page', '=', page)
    .where('pageRevision.locale', '=', locale)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!found) throw new NotFound('no-such-revision')
  return found
}

/** The version of the code of conduct that people accept now. */
export async function currentConduct(db: Db | Tx): Promise<string> {
  const [newestOne] = await newestConduct(db, {})
  return newestOne?.version ?? suppliedConducts[0]
}

const newestConduct = oftenAs({}, (db) =>
  db
    .selectFrom('pageRevision')
    .select('version')
    .where('version', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1),
)

/** The versions of the code of conduct that were ever in force, the newest first: the network's own, and those accepted. */
export async function conductVersions(db: Db | Tx): Promise<string[]> {
  const own = await db
    .selectFrom('pageRevision')
    .select('version')
    .where('version', 'is not', null)
    .groupBy('version')
    .orderBy((eb) => eb.fn.min('id'), 'desc')
    .$narrowType<{ version: string }>()
    .execute()
  const supplied = await db
    .selectFrom('acceptedConduct')
    .select('version')
    .where('version', 'in', [...suppliedConducts])
    .orderBy('version', 'desc')
    .execute()
  const versions = [...own, ...supplied].map(({ version }) => version ?? '')
  return versions.length > 0 ? versions : [suppliedConducts[0]]
}

/**
 * What a version of the code of conduct said last, in the language of its reader if it was written in that.
 *
 * @throws NotFound `no-such-version`
 */
export async function conductText(
  db: Db | Tx,
  version: string,
  wanted: readonly Locale[],
): Promise<Revision> {
  const written = await newest(db).where('version', '=', version).execute()
  const text = textFor(written, version, wanted)
  if (text) return text
  const supplied = suppliedConducts.find((one) => one === version)
  if (!supplied) throw new NotFound('no-such-version')
  return suppliedText('code-of-conduct', wanted[0] ?? 'en', supplied)
}
