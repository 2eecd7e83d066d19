import type { App } from '../../../platform/app.ts'
import { formats } from '../../../platform/formats.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { Facts, type Frame } from '../../../ui/index.ts'
import { fullHandle } from '../channel.ts'
import { openChannels } from '../queries/channels.ts'
import { addressOf } from '../speaking/channel.ts'
import { channelName } from '../speaking/profile.ts'
import { words } from '../words.ts'

/** The names by which the blog is followed from Mastodon and the like; nothing while it cannot be. */
export async function waysToFollow(app: App, frame: Frame) {
  const channels = (await openChannels(app.db)).filter(({ movedTo }) => movedTo === null)
  if (channels.length === 0) return null
  const network = await networkIn(app)
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('follow.title')}</h2>
      <p>{t('follow.how')}</p>
      <Facts
        facts={channels.map((channel) => ({
          term:
            channel.kind === 'blog'
              ? t('follow.all')
              : channel.language === null
                ? channelName(network, channel, frame.locale)
                : say.language(channel.language),
          detail: <bdi dir="ltr">{fullHandle(channel.handle, app.origin)}</bdi>,
        }))}
      />
    </section>
  )
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
