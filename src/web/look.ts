import { router } from '../features/people/index.ts'
import {
  accentPath,
  iconPath,
  isReadable,
  type Network,
  ourAccent,
  ourSigns,
  type Shades,
  shadesOf,
  signPath,
  signPicture,
  textsIn,
} from '../platform/network/index.ts'
import { NotFound } from '../platform/refusals.ts'
import { type Frame, signs } from '../ui/index.ts'
import type { Assets } from './assets.ts'

/** How the network looks, and what it calls itself, in the reader's language. */
export function lookOf(
  network: Network,
  locale: string,
  { css, officeCss, js, officeJs, editorCss, editorJs, icon }: Assets,
): Pick<Frame, 'assets' | 'site'> {
  const { name, shortName, tagline } = textsIn(network, locale)
  const { sign, pictureId, accent, links, crawlers } = network
  const picture = pictureId && { src: signPath(pictureId) }
  const isOurs = sign === 'leaves' && accent === null
  const drawn = { href: isOurs ? icon : iconPath(sign, accent), type: 'image/svg+xml' }
  return {
    assets: {
      ...{ css, officeCss, js, officeJs, editorCss, editorJs },
      ...(accent && { accentCss: accentPath(accent) }),
      icon: picture ? { href: picture.src, type: 'image/webp' } : drawn,
    },
    site: {
      ...{ name, shortName, home: '/', tagline, sign: picture || sign, links: [...links] },
      isUnlisted: !crawlers.includes('search'),
    },
  }
}

const forEver = { 'Cache-Control': 'public, max-age=31536000, immutable' }

/** What is made of the settings: its colours, its icon, its picture. No address of them ever changes what it holds. */
export const look = router()

look.get('/look/accent/:file{[0-9a-f]{6}\\.css}', (c) => {
  const accent = `#${c.req.param('file').slice(0, 6)}`
  if (!isReadable(accent)) throw new NotFound('not-found')
  return c.body(stylesOf(shadesOf(accent)), 200, { ...forEver, 'Content-Type': 'text/css; charset=utf-8' })
})

look.get('/look/icon/:file', (c) => {
  const [, name, colour] = /^([a-z]+)(?:-([0-9a-f]{6}))?\.svg$/.exec(c.req.param('file')) ?? []
  const sign = ourSigns.find((one) => one === name)
  if (!sign) throw new NotFound('not-found')
  return c.body(iconOf(sign, colour ? `#${colour}` : null), 200, {
    ...forEver,
    'Content-Type': 'image/svg+xml',
  })
})

look.get('/look/sign/:file{[0-9a-f-]{36}\\.webp}', async (c) => {
  const bytes = await signPicture(c.var.app.db, c.req.param('file').slice(0, 36))
  return c.body(new Uint8Array(bytes), 200, { ...forEver, 'Content-Type': 'image/webp' })
})

/** The tokens of `public/css/tokens.css` that our green gives way in. */
function stylesOf({ light, dark }: Shades): string {
  const tokens = { leaf: 'text', 'leaf-deep': 'deep', 'leaf-fill': 'fill', 'leaf-wash': 'wash' } as const
  const lines = Object.entries(tokens).map(
    ([token, tone]) => `--${token}:light-dark(${light[tone]},${dark[tone]});`,
  )
  return `:root{${lines.join('')}}`
}

const ours = { light: { text: ourAccent }, dark: { text: '#93cfab' } }

function iconOf(sign: (typeof ourSigns)[number], accent: string | null): string {
  const { light, dark } = accent ? shadesOf(accent) : ours
  const paths = signs[sign].map((d) => `<path d="${d}"/>`).join('')
  const night = `@media(prefers-color-scheme:dark){path{fill:${dark.text}}}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>path{fill:${light.text}}${night}</style>${paths}</svg>`
}
