import type { App } from '../../../platform/app.ts'
import type { Ask } from '../../../platform/post-outside.ts'
import { seal, unseal } from '../../../platform/sealed.ts'
import type { Kind } from '../outlet.ts'
import { bluesky } from './bluesky.ts'
import { mastodon } from './mastodon.ts'
import { type Service, ServiceRefuses } from './service.ts'

/** What opens an account: a token of Mastodon; a name and a password made for us at Bluesky. */
export type Key = { name: string; token: string }

const PURPOSE = 'outlet'

export const sealedKey = (app: App, key: Key): Buffer => seal(app, PURPOSE, Buffer.from(JSON.stringify(key)))

/** @throws ServiceRefuses `token` where it is not there, as after a restore, or was sealed with another secret */
export function openedKey(app: App, sealed: Buffer | null): Key {
  const opened = sealed && unseal(app, PURPOSE, sealed)
  if (!opened) throw new ServiceRefuses('token', 'sealed')
  return JSON.parse(opened.toString())
}

export const serviceOf = (ask: Ask, { kind, server }: { kind: Kind; server: string }, key: Key): Service =>
  kind === 'mastodon'
    ? mastodon(ask, { server, token: key.token })
    : bluesky(ask, { server, name: key.name, password: key.token })
