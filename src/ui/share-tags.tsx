import type { Frame } from './frame.ts'

type Shared = {
  frame: Frame
  /** Scheme and host, no final slash. */
  origin: string
  title: string
  description: string
  card: { href: string; alt: string; width: number; height: number }
}

/** What stands where a link to a page is shared: in `<head>`, for services that read nothing else. */
export const ShareTags = ({ frame, origin, title, description, card }: Shared) => {
  const tags: [property: string, content: string][] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', origin + frame.path],
    ['og:site_name', frame.site.name],
    ['og:locale', frame.locale],
    ['og:image', origin + card.href],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(card.width)],
    ['og:image:height', String(card.height)],
    ['og:image:alt', card.alt],
  ]
  return (
    <>
      <meta name="description" content={description} />
      {tags.map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
