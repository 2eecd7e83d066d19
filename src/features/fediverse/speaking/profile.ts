import { formats } from '../../../platform/formats.ts'
import { type Network, ourAccent, signPath, textsIn } from '../../../platform/network/index.ts'
import { listPath } from '../../posts/index.ts'
import { type Channel, filterOf } from '../channel.ts'
import { escaped } from '../content.ts'
import { picturePath } from '../paths.ts'
import { words } from '../words.ts'
import type { Profile } from './channel.ts'

/** What a channel is called: as the network is, with what it is of where that is not all. */
export function channelName(network: Network, channel: Channel, locale: string): string {
  const { language, tag, round, fortnight } = channel
  const spoken = language ?? locale
  const { name } = textsIn(network, spoken)
  const t = words(spoken)
  if (language !== null)
    return t('channel.language', { name, language: formats(spoken, 'UTC').language(language) })
  if (tag !== null) return t('channel.tag', { name, tag: tag.replaceAll('-', ' ') })
  if (round !== null && fortnight !== null) return t('channel.topic', { name, round, number: fortnight })
  return name
}

/** What a channel says of itself elsewhere, in its own language. */
export function profileOf(network: Network, channel: Channel): Profile {
  const { origin, sign, accent, pictureId } = network
  const [first] = network.locales
  const locale = channel.language ?? first
  const { tagline } = textsIn(network, locale)
  const t = words(locale)
  const said = [tagline, t('channel.summary')].filter((text) => text !== '')
  return {
    origin,
    name: channelName(network, channel, locale),
    summary: said.map((text) => `<p>${escaped(text)}</p>`).join(''),
    page: origin + listPath(filterOf(channel)),
    picture: pictureId
      ? { url: origin + signPath(pictureId), type: 'image/webp' }
      : { url: origin + picturePath(sign, accent ?? ourAccent), type: 'image/png' },
  }
}
