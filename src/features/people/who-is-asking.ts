import type { App } from '../../platform/app.ts'
import type { Locale } from '../../platform/words.ts'
import { type Actor, visitor } from './actor.ts'

/**
 * Who sends a request, by its session.
 *
 * @param chosen the language the reader chose on this device, before the one of the account
 * @param asked the language the browser asks for, when nothing was chosen
 */
export async function actorOf(
  _app: App,
  _headers: Headers,
  chosen: Locale | null,
  asked: Locale,
): Promise<Actor> {
  return visitor(chosen ?? asked)
}
