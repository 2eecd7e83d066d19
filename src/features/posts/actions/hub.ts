import type { App } from '../../../platform/app.ts'
import { networkIn } from '../../../platform/network/index.ts'
import type { Filter } from '../filter.ts'
import { feedForms, feedPath } from '../paths.ts'
import { type Untold, untoldPosts } from '../queries/hub.ts'

/** Sends a form to an address. @throws Error when it is not taken */
export type Send = (address: string, form: URLSearchParams) => Promise<void>

/**
 * Tells the hub of the network, where it has one, which feeds show something new. It is told once of each change of a post,
 * or once more where we were cut off before we could keep that it was.
 *
 * @throws Error when the hub does not take it: then it is told the next time
 * @source https://www.w3.org/TR/websub/ and, for telling a hub, PubSubHubbub 0.4, section 7.1
 */
export async function tellHub(app: App, send: Send): Promise<void> {
  const { hub } = await networkIn(app)
  if (hub === null) return
  const untold = await untoldPosts(app.db, app.now())
  if (untold.length === 0) return
  await send(hub, told(app.origin, untold))
  await app.db
    .insertInto('feedPing')
    .values(untold.map(({ id, at }) => ({ postId: id, at })))
    .onConflict((conflict) => conflict.column('postId').doUpdateSet((eb) => ({ at: eb.ref('excluded.at') })))
    .execute()
}

function told(origin: string, untold: readonly Untold[]): URLSearchParams {
  const filters: Filter[] = untold.flatMap(({ code, locale, tags }) => [
    ...(code === null ? [] : [{ round: code }]),
    { locale },
    ...tags.map((tag) => ({ tag })),
  ])
  const feeds = [{}, ...filters].flatMap((filter) => feedForms.map((form) => origin + feedPath(filter, form)))
  return new URLSearchParams([
    ['hub.mode', 'publish'],
    ...[...new Set(feeds)].map((url): [string, string] => ['hub.url', url]),
  ])
}
