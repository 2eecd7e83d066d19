import { type HtmlElement, htmlOf } from '../../../platform/markdown.ts'

type Embed = { about: Record<string, unknown>; html: string }

/** Sites that WordPress shows within a page, by where something of theirs stands. */
const providers: [RegExp, string][] = [
  [/^https:\/\/www\.youtube\.com\/watch\?v=[\w-]+$/, 'youtube'],
  [/^https:\/\/vimeo\.com\/\d+$/, 'vimeo'],
]

/** What another site shows, where a paragraph is a link to it and nothing else; null for any other paragraph. */
export function embedOf({ children }: HtmlElement): Embed | null {
  const [link, ...more] = children
  if (link?.type !== 'element' || link.tagName !== 'a' || more.length > 0) return null
  // What is said of it is a line without marks, and nothing else.
  if (link.properties.title || link.children.some(({ type }) => type !== 'text')) return null
  const url = String(link.properties.href ?? '')
  const provider = providers.find(([page]) => page.test(url))?.[1]
  if (provider === undefined) return null
  const words = htmlOf(link.children)
  const said = words === shownAs(url) ? '' : `<figcaption class="wp-element-caption">${words}</figcaption>`
  const classes = `wp-block-embed is-type-video is-provider-${provider} wp-block-embed-${provider}`
  const about = { url, type: 'video', providerNameSlug: provider, responsive: true }
  return {
    about,
    html: `<figure class="${classes}"><div class="wp-block-embed__wrapper">\n${url}\n</div>${said}</figure>`,
  }
}

/** An address as it is printed where nothing else is said. */
const shownAs = (url: string) => url.replace(/^https:\/\/(www\.)?/, '')
