import type { Child } from 'hono/jsx'

/**
 * What somebody wrote in a language that may not be the page's: spoken, directed and aligned by its own. It takes a
 * line of its own; in the middle of a sentence a `bdi` with its `lang` does.
 *
 * @param lang empty where nobody knows it
 */
export const OwnWords = ({ lang = '', children }: { lang?: string; children: Child }) => (
  <span class="own-words" lang={lang} dir="auto">
    {children}
  </span>
)
