import type { Child } from 'hono/jsx'
import { licenceOf } from '../../../platform/licences.ts'
import { Figure, OwnWords } from '../../../ui/index.ts'
import { type Picture, sourceUrl, tenths } from '../media.ts'
import { picturePath } from '../paths.ts'
import { words } from '../words.ts'

/** How wide a picture stands on its page, for the browser to choose a file. */
const SIZES = {
  /** In the column of a text. */
  text: '(min-width: 36rem) 34rem, calc(100vw - 2rem)',
  /** Over the whole width of the front page's lead. */
  lead: '(min-width: 66rem) 38rem, calc(100vw - 2rem)',
  /** Beside an entry of a list. */
  card: '(min-width: 38rem) 14rem, calc(100vw - 2rem)',
}

const sourcesOf = (picture: Picture, widths: readonly number[], format: 'avif' | 'webp') =>
  widths.map((width) => `${picturePath(picture.id, width, format)} ${width}w`).join(', ')

/** Addresses, size and words of a picture, for an `img`. */
export function pictureSource(picture: Picture, sizes: keyof typeof SIZES) {
  const middle = picture.widths.find((width) => width >= 960) ?? picture.width
  return {
    src: picturePath(picture.id, middle, 'jpeg'),
    srcset: sourcesOf(picture, picture.widths, 'webp'),
    ...(picture.avifWidths.length > 0 && { avif: sourcesOf(picture, picture.avifWidths, 'avif') }),
    class: `focus-x-${tenths(picture.focusX)} focus-y-${tenths(picture.focusY)}`,
    sizes: SIZES[sizes],
    alt: picture.alt,
    width: picture.width,
    height: picture.height,
  }
}

/** A picture with its caption and, under it, author, source and licence. */
export const PictureFigure = (props: {
  picture: Picture
  /** Language of what is said about it, that of its post; empty when unknown. */
  lang: string
  locale: string
  sizes?: keyof typeof SIZES
  eager?: boolean
}) => (
  <Figure
    picture={{ ...pictureSource(props.picture, props.sizes ?? 'text'), lang: props.lang }}
    caption={<OwnWords lang={props.lang}>{props.picture.caption}</OwnWords>}
    credit={<CreditLine picture={props.picture} locale={props.locale} />}
    eager={props.eager}
  />
)

/** What is known of author, source and licence: a picture that came from another blog may lack some of it. */
const CreditLine = ({ picture, locale }: { picture: Picture; locale: string }): Child => {
  const t = words(locale)
  const licence = licenceOf(picture.licence)
  const url = sourceUrl(picture.source)
  const source = t('credit.source', { source: url ? new URL(url).hostname : picture.source })
  const known = [
    picture.author ? <bdi>{t('credit.by', { author: picture.author })}</bdi> : null,
    picture.source ? <bdi>{url ? <a href={url}>{source}</a> : source}</bdi> : null,
    licence ? (
      <bdi>
        <a rel="license" href={licence.url}>
          {licence.name}
        </a>
      </bdi>
    ) : null,
  ].filter((part) => part !== null)
  return known.map((part, at) => (
    <>
      {at > 0 ? ' · ' : ''}
      {part}
    </>
  ))
}

/** The same in one line of plain text, for mail and feeds; empty when nothing is known. */
export function creditText(picture: Picture, locale: string): string {
  const t = words(locale)
  const author = picture.author && t('credit.by', { author: picture.author })
  const source = picture.source && t('credit.source', { source: picture.source })
  return [author, source, licenceOf(picture.licence)?.name ?? ''].filter(Boolean).join(' · ')
}
