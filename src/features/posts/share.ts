/** Where a link to a post is passed on: a plain link each, which tells nobody anything before it is followed. */
export const shareWays = ['email', 'facebook', 'linkedin', 'whatsapp'] as const
export type ShareWay = (typeof shareWays)[number]

type Shared = { title: string; url: string }

/** @source the documentation of each for plain links, without a script of theirs */
export function shareLink(way: ShareWay, { title, url }: Shared): string {
  const [said, at] = [encodeURIComponent(title), encodeURIComponent(url)]
  if (way === 'email') return `mailto:?subject=${said}&body=${said}%0A${at}`
  if (way === 'facebook') return `https://www.facebook.com/sharer/sharer.php?u=${at}`
  if (way === 'linkedin') return `https://www.linkedin.com/sharing/share-offsite/?url=${at}`
  return `https://wa.me/?text=${said}%20${at}`
}

/** Where somebody posts it on Mastodon, by the host of their server. */
export const mastodonLink = (host: string, { title, url }: Shared): string =>
  `https://${host}/share?text=${encodeURIComponent(`${title}\n${url}`)}`

/** The host of a server from what people type of it: "mastodon.social", an address, or "@amara@glammr.us"; null for none. */
export function serverIn(typed: string): string | null {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
  if (!URL.canParse(`https://${host}`)) return null
  const { hostname } = new URL(`https://${host}`)
  const isHost = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(hostname)
  return isHost && hostname.length <= 253 ? hostname : null
}
