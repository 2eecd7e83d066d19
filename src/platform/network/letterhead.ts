import { joining } from '../joining.ts'
import { dirOf, isLocale, tagOf } from '../words.ts'
import { shadesOf } from './colour.ts'
import type { Network } from './network.ts'

/** What every letter begins with: its language, and who we are. */
export function letterhead(locale: string, network: Network) {
  const { name, tagline, signature } = textsIn(network, locale)
  const { origin, postal, accent } = network
  const shades = accent === null ? undefined : shadesOf(accent)
  return {
    locale,
    lang: tagOf(locale),
    dir: dirOf(locale),
    labelled: joining(locale).labelled,
    site: {
      name,
      href: origin,
      tagline,
      signature,
      postal,
      ...(shades && {
        accent: { link: shades.light.text, nightLink: shades.dark.text, nightButton: shades.dark.fill },
      }),
    },
  }
}

/** What the network says of itself in a language; in its own where that is none of ours. */
export const textsIn = ({ texts, locales }: Network, locale: string) =>
  texts[isLocale(locale) ? locale : locales[0]]
