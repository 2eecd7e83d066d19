import { randomUUID } from 'node:crypto'
import type { Ask } from '../../../platform/post-outside.ts'
import { type Message, type Room, written } from '../outlet.ts'
import { answerOf, type Picture, type Sending, type Service, ServiceRefuses } from './service.ts'

/** What servers count that say nothing else. @source https://docs.joinmastodon.org/user/posting/#text */
const usual: Room = { signs: 500, bytes: null, address: 23 }

/**
 * An account at a server of Mastodon, or of a software that speaks its API.
 *
 * @param server `https://social.example`
 * @source https://docs.joinmastodon.org/methods/statuses/, media, accounts and instance
 */
export function mastodon(ask: Ask, { server, token }: { server: string; token: string }): Service {
  const headers = { Authorization: `Bearer ${token}` }
  const at = (path: string) => server + path
  return {
    async handle() {
      const { acct } = answerOf<{ acct?: string }>(
        await ask({ method: 'GET', address: at('/api/v1/accounts/verify_credentials'), headers }),
      )
      if (!acct) throw new ServiceRefuses('refused', 'no name')
      return `@${acct}@${new URL(server).host}`
    },
    async send(sending) {
      const room = roomOf(await ask({ method: 'GET', address: at('/api/v2/instance'), headers }))
      const media = sending.picture ? [await upload(ask, { server, headers }, sending.picture)] : []
      const answer = await ask({
        method: 'POST',
        address: at('/api/v1/statuses'),
        headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': sending.key },
        body: JSON.stringify(statusOf(sending, room, media)),
      })
      const { id, url } = answerOf<{ id?: string; url?: string }>(answer)
      if (!id) throw new ServiceRefuses('busy', 'no id')
      return { remote: id, url: url?.startsWith('https://') ? url : null }
    },
    async remove(remote) {
      const address = at(`/api/v1/statuses/${encodeURIComponent(remote)}`)
      const answer = await ask({ method: 'DELETE', address, headers })
      if (answer.status !== 404) answerOf(answer)
    },
  }
}

const statusOf = (message: Message & Pick<Sending, 'locale'>, room: Room, media: readonly string[]) => ({
  status: written(message, message.url, room).text,
  language: message.locale,
  visibility: 'public',
  ...(media.length > 0 && { media_ids: media }),
})

type Instance = {
  configuration?: { statuses?: { max_characters?: number; characters_reserved_per_url?: number } }
}

/** Servers may allow more; one that does not say so counts as usual. */
function roomOf(answer: Awaited<ReturnType<Ask>>): Room {
  if (answer.status !== 200) return usual
  const statuses = answerOf<Instance>(answer).configuration?.statuses
  return {
    ...usual,
    signs: statuses?.max_characters ?? 500,
    address: statuses?.characters_reserved_per_url ?? 23,
  }
}

/** How often a server is asked whether it has taken a picture in hand. */
const LOOKS = 5
const LOOK_AGAIN_MS = 1000

type Way = { server: string; headers: Record<string, string> }

async function upload(ask: Ask, { server, headers }: Way, picture: Picture): Promise<string> {
  const boundary = `picture-${randomUUID()}`
  const answer = await ask({
    method: 'POST',
    address: `${server}/api/v2/media`,
    headers: { ...headers, 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="description"\r\n\r\n${picture.alt}\r\n` +
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="picture.jpg"\r\n` +
          'Content-Type: image/jpeg\r\n\r\n',
      ),
      picture.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
  const { id } = answerOf<{ id: string }>(answer)
  if (answer.status === 202) await processed(ask, { server, headers }, id)
  return id
}

/** Large pictures are worked on after they were taken; a message may name one only then. @throws ServiceRefuses `busy` */
async function processed(ask: Ask, { server, headers }: Way, id: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const answer = await ask({ method: 'GET', address: `${server}/api/v1/media/${id}`, headers })
    answerOf(answer)
    if (answer.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
  throw new ServiceRefuses('busy', 'picture')
}
