import { type Selectable, sql } from 'kysely'
import { type Db, oftenAs, type Tables, type Tx } from '../../db/index.ts'
import type { App } from '../app.ts'
import { isCrawlerKind } from '../crawlers.ts'
import { isUuid } from '../ids.ts'
import { keeper } from '../kept.ts'
import { publicVersions } from '../public-version.ts'
import { Conflict, NotFound } from '../refusals.ts'
import { isLocale, type Locale, sentenceId, type Wording } from '../words.ts'
import {
  type Network,
  type NetworkTexts,
  networkFrom,
  type OurSign,
  type Settings,
  unset,
} from './network.ts'

/** What was set, what is said in the network's own words, and since when it has been paused. */
type Read = { settings: Settings; wording: Wording; pausedAt: Date | null }

const kept = keeper<Read>(1)

/**
 * The network as it is now. Its one query asks whether anything has changed since; only then is it read again.
 *
 * @param db a transaction, to see what it has changed itself
 * @param version of `publicVersions`, from who has asked for it already
 */
export async function networkIn(
  app: Pick<App, 'db' | 'origin'>,
  db: Db | Tx = app.db,
  version?: string,
): Promise<Network> {
  const asked = db.isTransaction ? '' : (version ?? (await publicVersions(db)).whole)
  const now = await readIn(db, asked)
  if (!db.isTransaction) before.set(app.db, { ...now, version: asked })
  return networkFrom(now.settings, app.origin, now.wording, now.pausedAt)
}

const before = new WeakMap<Db, Read & { version: string }>()

/** The languages that it offers, its own one first, where that version is the one that was read last. */
export function localesAt({ db }: Pick<App, 'db'>, version: string): Settings['locales'] | undefined {
  const last = before.get(db)
  return last?.version === version ? last.settings.locales : undefined
}

/** The network as it last was, for when nobody can be asked; undefined where it was never read. */
export function lastNetwork(app: Pick<App, 'db' | 'origin'>): Network | undefined {
  const last = before.get(app.db)
  return last && networkFrom(last.settings, app.origin, undefined, last.pausedAt)
}

/** The same, or one that has set nothing: an error says whose page it is all the same. */
export const networkBefore = (app: Pick<App, 'db' | 'origin'>): Network =>
  lastNetwork(app) ?? networkFrom(unset, app.origin)

/** What has been set, and the defaults of the rest. */
export const settingsIn = async (db: Db | Tx): Promise<Settings> => (await readIn(db)).settings

/** Since when the network has been paused; null while it is not. */
export const pausedSince = async (db: Db | Tx): Promise<Date | null> => (await readIn(db)).pausedAt

/** For what comes from outside, and for a round that begins: neither does while the network is paused. @throws Conflict `network-paused` */
export async function refuseWhilePaused(tx: Tx): Promise<void> {
  if (await pausedSince(tx)) throw new Conflict('network-paused')
}

async function readIn(db: Db | Tx, version?: string): Promise<Read> {
  if (db.isTransaction) return read(db)
  return kept(db, { key: 'network', version: version ?? (await publicVersions(db)).whole }, () => read(db))
}

const asking = oftenAs({}, (db) => db.selectNoFrom([setNow, textsNow, linksNow, wordedNow, pausedNow]))

async function read(db: Db | Tx): Promise<Read> {
  const [now] = await asking(db, {})
  const { set = null, said = [], links = [], worded = [], pausedAt = null } = now ?? {}
  const { sign, locales, crawlers, ...rest } = set ?? unset
  const texts = { ...unset.texts }
  for (const { locale, ...ownTexts } of said) if (isLocale(locale)) texts[locale] = ownTexts
  return {
    settings: {
      ...rest,
      ...{ sign: sign as OurSign, locales: ours(locales), crawlers: crawlers.filter(isCrawlerKind) },
      ...{ texts, links },
    },
    wording: Object.fromEntries(worded.map(({ text, ...at }) => [sentenceId(at), text])),
    pausedAt,
  }
}

type Columns = Omit<Tables['network'], 'begunAt' | 'begunBy' | 'onlyOne'>

const setNow = sql<Selectable<Columns> | null>`(
  select json_build_object('locales', locales, 'zone', zone, 'sign', sign, 'pictureId', picture_id, 'accent', accent,
    'senderName', sender_name, 'replyTo', reply_to, 'postal', postal, 'hub', hub, 'licence', licence, 'issn', issn,
    'crawlers', crawlers, 'indexNowKey', index_now_key) from network)`.as('set')

const textsNow = sql<({ locale: string } & NetworkTexts)[]>`(
  select coalesce(json_agg(json_build_object('locale', locale, 'name', name, 'shortName', short_name,
    'tagline', tagline, 'signature', signature)), '[]') from network_text)`.as('said')

const linksNow = sql<Settings['links'][number][]>`(
  select coalesce(json_agg(json_build_object('label', label, 'href', href) order by position), '[]')
    from network_link)`.as('links')

const pausedNow = sql<Date | null>`(select paused_at from network_pause where woken_at is null)`.as(
  'pausedAt',
)

/** The newest of each sentence, unless that says that it is ours again. */
const wordedNow = sql<{ feature: string; key: string; locale: string; text: string }[]>`(
  select coalesce(json_agg(newest), '[]') from (
    select distinct on (feature, key, locale) feature, key, locale, text
      from wording_revision order by feature, key, locale, number desc) newest
   where text is not null)`.as('worded')

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
