import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { Facts, type Frame } from '../../../ui/index.ts'
import { type Channel, fullHandle } from '../channel.ts'
import { openChannels } from '../queries/channels.ts'
import { addressOf } from '../speaking/channel.ts'
import { words } from '../words.ts'

/** The names by which the blog is followed from Mastodon and the like; nothing while it cannot be. */
export async function waysToFollow(app: App, frame: Frame) {
  const channels = (await openChannels(app.db)).filter(({ movedTo }) => movedTo === null)
  if (channels.length === 0) return null
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('follow.title')}</h2>
      <p>{t('follow.how')}</p>
      <Facts
        facts={channels.map((channel) => ({
          term: postsOf(channel, frame.locale),
          detail: <bdi dir="ltr">{fullHandle(channel.handle, app.origin)}</bdi>,
        }))}
      />
    </section>
  )
}

/** Which posts a channel passes on, for those who are on the blog already. */
function postsOf({ language, tag, round, fortnight }: Channel, locale: string): string {
  const t = words(locale)
  if (language !== null) return formats(locale, 'UTC').language(language)
  if (tag !== null) return tag.replaceAll('-', ' ')
  if (round !== null && fortnight !== null) return t('follow.topic', { round, number: fortnight })
  return t('follow.all')
}

/** Proves to other servers that the page named by a channel is the network's own. */
export async function ownAccounts(app: App) {
  const channels = await openChannels(app.db)
  if (channels.length === 0) return null
  return (
    <>
      {channels.map((channel) => (
        <link rel="me" href={addressOf(app.origin, channel).href} />
      ))}
    </>
  )
}
