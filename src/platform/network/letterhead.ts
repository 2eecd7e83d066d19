import { joining } from '../joining.ts'
import { dirOf, tagOf } from '../words.ts'
import { shadesOf } from './colour.ts'
import { type Network, textsIn } from './network.ts'

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
