import type { Db, Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import { isUuid } from '../ids.ts'
import { keeper } from '../kept.ts'
import { publicVersion } from '../public-version.ts'
import { NotFound } from '../refusals.ts'
import { isLocale, type Locale } from '../words.ts'
import { type Network, networkFrom, type OurSign, type Settings, unset } from './network.ts'

const kept = keeper<Settings>(1)

/**
 * The network as it is now. Its one query asks whether anything has changed since; only then is it read again.
 *
 * @param db a transaction, to see what it has changed itself
 * @param version `publicVersion`, of who has asked for it already
 */
export async function networkIn(
  app: Pick<App, 'db' | 'origin'>,
  db: Db | Tx = app.db,
  version?: string,
): Promise<Network> {
  const settings = await settingsIn(db, version)
  if (!db.isTransaction) before.set(app.db, settings)
  return networkFrom(settings, app.origin)
}

const before = new WeakMap<Db, Settings>()

/** The network as it last was, for when nobody can be asked: an error says whose page it is all the same. */
export const networkBefore = (app: Pick<App, 'db' | 'origin'>): Network =>
  networkFrom(before.get(app.db) ?? unset, app.origin)

/** What has been set, and the defaults of the rest. */
export async function settingsIn(db: Db | Tx, version?: string): Promise<Settings> {
  if (db.isTransaction) return read(db)
  return kept(db, { key: 'network', version: version ?? (await publicVersion(db)) }, () => read(db))
}

async function read(db: Db | Tx): Promise<Settings> {
  const network = await db
    .selectFrom('network')
    .select(['locales', 'zone', 'sign', 'pictureId', 'accent', 'senderName', 'replyTo', 'postal'])
    .executeTakeFirst()
  const texts = { ...unset.texts }
  for (const { locale, ...said } of await db.selectFrom('networkText').selectAll().execute())
    if (isLocale(locale)) texts[locale] = said
  const links = await db.selectFrom('networkLink').select(['label', 'href']).orderBy('position').execute()
  const { sign, locales, ...rest } = network ?? unset
  return { ...rest, sign: sign as OurSign, locales: ours(locales), texts, links }
}

/** A language that a later version dropped is not offered. */
function ours(offered: readonly string[]): readonly [Locale, ...Locale[]] {
  const [first, ...others] = offered.filter(isLocale)
  return first ? [first, ...others] : unset.locales
}

/** @throws NotFound `not-found` */
export async function signPicture(db: Db, id: string): Promise<Buffer> {
  const row = isUuid(id)
    ? await db.selectFrom('networkPicture').select('bytes').where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('not-found')
  return row.bytes
}
