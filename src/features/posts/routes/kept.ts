import type { Context } from 'hono'
import type { App } from '../../../platform/app.ts'
import { cachePublicly, type Holds } from '../../../platform/caching.ts'
import { keeper } from '../../../platform/kept.ts'
import { recentVersions } from '../../../platform/public-version.ts'
import type { Env } from '../../people/index.ts'
import { stateOfPublication } from '../queries/state.ts'

/** What stands on a page and changes without the publication: its version as the page was made, and as it is now. */
export type Versions = { made: string; now(): Promise<string> }

/** A page, with that of it which changes by itself, and what machines are told in the header `Link`. */
export type Made = { text: string; below?: Versions; link?: string }

type Answer = {
  type: string
  /** How long others may keep it. */
  seconds?: number
  make(): Promise<string | Made>
}

/**
 * Makes an answer that is the same for everyone in one language and one choice of colours, and says until when it holds: it is
 * sent again for as long as nothing that it shows has changed.
 *
 * @source docs/decisions/0090-asked-ten-times-a-second.md
 */
export async function publicAnswer(c: Context<Env>, { type, seconds, make }: Answer): Promise<Response> {
  const { app, publicVersions, room } = c.var
  cachePublicly(c, seconds)
  c.header('Content-Type', type)
  const state = await stateOfPublication(app.db, app.now(), publicVersions.whole)
  const made = await make()
  const { text, below, link }: Made = typeof made === 'string' ? { text: made } : made
  if (link) c.header('Link', link)
  c.set('holds', whileUnchanged(app, { state, level: room?.level, parts: publicVersions.parts, below }))
  // Encoded here: a Response would first look through all of it for halves of letters.
  return c.body(encoder.encode(text))
}

const encoder = new TextEncoder()

/** What was true as an answer was made. `parts` is of `publicVersions`, `level` of the room on the disk, which pages tell of. */
type True = { state: string; level: string | undefined; parts: string; below: Versions | undefined }

/** What stands below is asked for where something has changed below any page. */
function whileUnchanged(app: App, { state, level, parts, below }: True): Holds {
  let seen = parts
  return async (now) => {
    if ((await stateOfPublication(app.db, app.now(), now.whole)) !== state) return false
    if ((await app.space.look()).level !== level) return false
    if (!below || now.parts === seen) return true
    if ((await below.now()) !== below.made) return false
    seen = now.parts
    return true
  }
}

/** So many pages are at hand at once. */
const gathered = keeper<unknown>(40)

/**
 * What a page is made of, whatever the language of its reader, for as long as nothing that everyone may see has changed: whoever
 * goes through a site, as a search engine or a copy does, asks for a page in one language after the other, and for the same posts
 * in each form of a feed.
 *
 * @param key says which page it is
 */
export async function inEachLanguage<Value>(
  { app, publicVersions }: Pick<Env['Variables'], 'app' | 'publicVersions'>,
  key: string,
  gather: () => Promise<Value>,
): Promise<Value> {
  const { whole, parts } = publicVersions
  const state = await stateOfPublication(app.db, app.now(), whole)
  return gathered(app.db, { key, version: `${state} ${parts}` }, gather) as Promise<Value>
}

/** Of what shows parts of many pages, as a feed of all comments does. */
export function anyPart({ app, publicVersions }: Env['Variables']): Versions {
  const { db } = app
  return { made: publicVersions.parts, now: async () => (await recentVersions(db)).parts }
}
