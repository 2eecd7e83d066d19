import type { Ask } from '../../../platform/post-outside.ts'
import { bytesOf, type Room, written } from '../outlet.ts'
import { answerOf, type Picture, type Sending, type Service, ServiceRefuses } from './service.ts'

/** @source the lexicon app.bsky.feed.post */
const room: Room = { signs: 300, bytes: 3000, address: null }
/** Of an address, as much as is shown. */
const SHOWN_SIGNS = 40
const COLLECTION = 'app.bsky.feed.post'

type Session = { accessJwt: string; did: string; handle: string }

/**
 * An account at Bluesky, or at another server of its protocol.
 *
 * @param password one that was made for us ("app password"), not that of its owner
 * @source https://docs.bsky.app/docs/advanced-guides/posts, and the lexicons of com.atproto.server and com.atproto.repo
 */
export function bluesky(
  ask: Ask,
  { server, name, password }: { server: string; name: string; password: string },
): Service {
  const at = (method: string) => `${server}/xrpc/${method}`
  const begin = async (): Promise<Session> =>
    answerOf(
      await ask({
        method: 'POST',
        address: at('com.atproto.server.createSession'),
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ identifier: name, password }),
      }),
    )
  const call = async <Value>(session: Session, method: string, body: unknown): Promise<Value> =>
    answerOf(
      await ask({
        method: 'POST',
        address: at(method),
        headers: { Authorization: `Bearer ${session.accessJwt}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  return {
    async handle() {
      const { handle } = await begin()
      if (!handle) throw new ServiceRefuses('refused', 'no name')
      return `@${handle}`
    },
    async send(sending) {
      const session = await begin()
      const blob = sending.picture ? await upload(ask, { server, session }, sending.picture) : null
      // Put, not created: the same key again is the same record.
      const { uri } = await call<{ uri?: string }>(session, 'com.atproto.repo.putRecord', {
        ...{ repo: session.did, collection: COLLECTION, rkey: sending.key },
        record: recordOf(sending, blob),
      })
      if (!uri) throw new ServiceRefuses('busy', 'no uri')
      return { remote: uri, url: `https://bsky.app/profile/${session.did}/post/${sending.key}` }
    },
    async remove(remote) {
      const session = await begin()
      const rkey = remote.split('/').at(-1)
      await call(session, 'com.atproto.repo.deleteRecord', {
        repo: session.did,
        collection: COLLECTION,
        rkey,
      })
    },
  }
}

type Way = { server: string; session: Session }

async function upload(ask: Ask, { server, session }: Way, { bytes }: Picture): Promise<unknown> {
  const answer = await ask({
    method: 'POST',
    address: `${server}/xrpc/com.atproto.repo.uploadBlob`,
    headers: { Authorization: `Bearer ${session.accessJwt}`, 'Content-Type': 'image/jpeg' },
    body: bytes,
  })
  return answerOf<{ blob: unknown }>(answer).blob
}

/** A message as the service keeps it: a picture with its words, or else a card with the link. */
function recordOf(sending: Sending, blob: unknown): Record<string, unknown> {
  const { url, title, locale, picture, at } = sending
  const shown = shownAddress(url)
  const { text, hashtags } = written(sending, shown, room)
  return {
    $type: COLLECTION,
    text,
    facets: facetsOf(text, { shown, url, hashtags }),
    langs: [locale],
    createdAt: at.toISOString(),
    embed: picture
      ? {
          $type: 'app.bsky.embed.images',
          images: [
            {
              ...{ alt: picture.alt, image: blob },
              aspectRatio: { width: picture.width, height: picture.height },
            },
          ],
        }
      : { $type: 'app.bsky.embed.external', external: { uri: url, title, description: '' } },
  }
}

function shownAddress(url: string): string {
  const plain = url.replace(/^https?:\/\//, '')
  return plain.length <= SHOWN_SIGNS ? plain : `${plain.slice(0, SHOWN_SIGNS - 1)}…`
}

type Parts = { shown: string; url: string; hashtags: readonly string[] }

/** Which parts of a text the link and the hashtags are, counted in bytes. They stand at its end, in this order. */
function facetsOf(text: string, { shown, url, hashtags }: Parts) {
  let at = text.length - [shown, hashtags.join(' ')].filter(Boolean).join('\n\n').length
  const parts = [
    [shown, { $type: 'app.bsky.richtext.facet#link', uri: url }],
    ...hashtags.map((tag) => [tag, { $type: 'app.bsky.richtext.facet#tag', tag: tag.slice(1) }] as const),
  ] as const
  return parts.map(([part, feature]) => {
    const from = text.indexOf(part, at)
    at = from + part.length
    const byteStart = bytesOf(text.slice(0, from))
    return { index: { byteStart, byteEnd: byteStart + bytesOf(part) }, features: [feature] }
  })
}
