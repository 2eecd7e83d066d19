/** A post as followers are told of it, in its own language. */
export type ToldPost = {
  id: string
  title: string
  summary: string
  locale: string
  /** Absolute. */
  url: string
  publishAt: Date
  tags: readonly { name: string; href: string }[]
  picture: { url: string; alt: string; width: number; height: number } | null
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Plain text within HTML. */
export const escaped = (plain: string): string => plain.replace(/[&<>"']/g, (sign) => signs[sign] ?? '')

/**
 * A tag as a hashtag, which holds letters, digits and underscores: "Open access" becomes "OpenAccess", so that ears can tell
 * the words apart. Empty where nothing is left, or only digits.
 */
export function hashtagOf(tag: string): string {
  const parts = tag.normalize('NFKC').match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  const joined = parts.length === 1 ? (parts[0] ?? '') : parts.map(capital).join('')
  return /^[\p{N}_]*$/u.test(joined) ? '' : joined
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** Title, summary, address, hashtags: what any server shows, each on lines of its own. */
export function contentOf({ title, summary, url, tags }: Omit<ToldPost, 'picture'>): string {
  const shown = url.replace(/^https?:\/\//, '')
  return [
    `<p><strong>${escaped(title)}</strong></p>`,
    summary === '' ? '' : `<p>${escaped(summary)}</p>`,
    `<p><a href="${escaped(url)}" target="_blank" rel="noopener">${escaped(shown)}</a></p>`,
    tags.length === 0 ? '' : `<p>${tags.map(hashtag).join(' ')}</p>`,
  ].join('')
}

const hashtag = ({ name, href }: { name: string; href: string }) =>
  `<a href="${escaped(href)}" class="mention hashtag" rel="tag">#<span>${escaped(name)}</span></a>`

/** An answer that was written on the blog, with who wrote it, as the one whom it answers reads it. */
export type ToldAnswer = {
  id: string
  /** Who wrote it, in a sentence. */
  said: string
  text: string
  locale: string
  /** Absolute: where it stands. */
  url: string
  at: Date
  /** The message that it answers, and who wrote that. */
  answers: string
  to: { address: string; handle: string; profile: string }
}

export function answerContent({ said, text, url, to }: ToldAnswer): string {
  const name = to.handle.replace(/^@?([^@]+).*$/, '$1')
  const mention = `<span class="h-card"><a href="${escaped(to.profile)}" class="u-url mention">@<span>${escaped(name)}</span></a></span>`
  const paragraphs = text.split(/\n{2,}/).map((one) => `<p>${escaped(one).replaceAll('\n', '<br>')}</p>`)
  return [
    `<p>${mention} ${escaped(said)}</p>`,
    ...paragraphs,
    `<p><a href="${escaped(url)}" rel="noopener">${escaped(url.replace(/^https?:\/\//, ''))}</a></p>`,
  ].join('')
}
