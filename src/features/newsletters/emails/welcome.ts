import { joining } from '../../../platform/joining.ts'
import { render } from '../../../platform/markdown.ts'
import { dirOf } from '../../../platform/words.ts'
import { words } from '../words.ts'

/** Words of welcome as safe HTML; a picture in them is left out, for posts bring their own. Links are absolute. */
export function welcomeHtml(markdown: string, locale: string, origin: string): string {
  const t = words(locale)
  const { parts } = render(markdown, {
    ...{ prefix: 'issue', dir: dirOf(locale), firstHeading: 2, origin },
    ...{ footnotes: t('notes.title'), backToText: (number) => t('notes.back', { number }) },
  })
  return parts.map((part) => (part.kind === 'html' ? part.html : '')).join('\n')
}

/** The same as plain text: Markdown reads as that, but for its links, whose words come first and then their address. */
export const plainWelcome = (markdown: string, locale: string, origin: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\((\S+?)(?:\s+"[^"]*")?\)/g, (_all, label: string, href: string) =>
      joining(locale).aside(label, href.startsWith('/') ? origin + href : href),
    )
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
