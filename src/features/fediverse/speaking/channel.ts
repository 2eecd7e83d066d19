import type { Channel } from '../channel.ts'
import { channelPath, followersPath, inboxPath, outboxPath, sharedInboxPath } from '../paths.ts'
import { type Json, jsonOf, vocabulary } from './json.ts'

/** What a channel says of itself, beside what is kept of it. */
export type Profile = {
  origin: string
  name: string
  /** HTML. */
  summary: string
  /** The page that lists its posts. */
  page: string
  picture: { url: string; type: string } | null
}

/** Addresses of a channel, from the host on or whole. */
export const addressOf = (origin: string, { handle }: Pick<Channel, 'handle'>): URL =>
  new URL(channelPath(handle), origin)

export const keyAddressOf = (origin: string, channel: Pick<Channel, 'handle'>): URL =>
  new URL('#main-key', addressOf(origin, channel))

/** The document by which other servers know a channel. */
export async function channelJson(channel: Channel, profile: Profile): Promise<Json> {
  const { Service, Endpoints, CryptographicKey, Image, PropertyValue } = await vocabulary()
  const { origin, name, summary, page, picture } = profile
  const id = addressOf(origin, channel)
  const at = (path: string) => new URL(path, origin)
  const actor = new Service({
    id,
    preferredUsername: channel.handle,
    name,
    summary,
    url: new URL(page),
    inbox: at(inboxPath(channel.handle)),
    outbox: at(outboxPath(channel.handle)),
    followers: at(followersPath(channel.handle)),
    endpoints: new Endpoints({ sharedInbox: at(sharedInboxPath) }),
    publicKey: new CryptographicKey({
      id: keyAddressOf(origin, channel),
      owner: id,
      publicKey: await publicKeyOf(channel.publicKey),
    }),
    attachments: [new PropertyValue({ name: new URL(origin).host, value: linkTo(page) })],
    aliases: channel.alsoKnownAs.map((address) => new URL(address)),
    manuallyApprovesFollowers: false,
    discoverable: true,
    indexable: true,
    ...(channel.movedTo !== null && { successor: new URL(channel.movedTo) }),
    ...(picture && { icon: new Image({ url: new URL(picture.url), mediaType: picture.type }) }),
  })
  return jsonOf(actor, [new URL(origin).hostname])
}

/** Servers look whether the page leads back, and then mark the link as proven. */
const linkTo = (page: string) =>
  `<a href="${page}" rel="me nofollow noopener" target="_blank">${page.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>`

const publicKeyOf = (spki: Buffer) =>
  crypto.subtle.importKey(
    'spki',
    new Uint8Array(spki),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  )

/** Followers are counted, and not named. */
export async function followersJson(origin: string, channel: Channel, count: number): Promise<Json> {
  const { OrderedCollection } = await vocabulary()
  return jsonOf(
    new OrderedCollection({ id: new URL(followersPath(channel.handle), origin), totalItems: count }),
  )
}
