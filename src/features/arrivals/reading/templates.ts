import { ownOf } from './rows.ts'

/** Stretches between fences, which are shown as they stand. */
const fenced = /(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$)/m

/** What Jekyll colours as code. */
const highlighted =
  /\{%-?\s*highlight\s+([\w+-]{1,30})[^%]{0,200}%\}\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g

const hugo = /\{\{[<%]\s*(\/?[a-z][\w/.-]{0,60})((?:\s[^{}]{0,1000}?)?)\/?\s*[>%]\}\}/gi
const liquid = /\{%-?\s*([a-z_]{1,40})([^{}%]{0,1000})%\}/gi
const site = /\{\{\s*site\.(?:baseurl|url)\s*\}\}/gi

type Filling = { tell(name: string): void; textNamed(name: string): string | undefined }

/**
 * A text without what Hugo or Jekyll fill in as they make a site: pictures, videos, code and addresses of other texts become
 * what they stand for, and the address of the site goes. All else stays as text, and is told of by its name.
 */
export function withoutTemplates(text: string, { tell, textNamed }: Filling): string {
  const told = new Set<string>()
  const once = (name: string) => {
    if (!told.has(name)) tell(name)
    told.add(name)
  }
  const coloured = text.includes('endhighlight')
    ? text.replace(
        highlighted,
        (_all, language, code) => `\n\`\`\`${language}\n${String(code).trimEnd()}\n\`\`\`\n`,
      )
    : text
  return coloured
    .split(fenced)
    .map((stretch, at) => (at % 2 === 1 ? stretch : filled(stretch, { tell: once, textNamed })))
    .join('')
}

const filled = (text: string, { tell, textNamed }: Filling) =>
  text
    .replace(site, '')
    .replace(hugo, (whole: string, name: string, said: string) => {
      const filled = /^(rel)?ref$/i.test(name)
        ? textNamed(named(said))
        : ownOf(shown, name.toLowerCase())?.(said)
      if (filled === undefined) tell(name.replace('/', ''))
      return filled ?? whole
    })
    .replace(liquid, (whole: string, name: string, said: string) => {
      if (/^(end)?raw$/.test(name)) return ''
      const filled = /^(post_url|link)$/.test(name) ? textNamed(named(said)) : undefined
      if (filled === undefined) tell(name)
      return filled ?? whole
    })

const attribute = (said: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*"([^"]{0,1000})"`, 'i').exec(said)?.[1] ?? ''

/** The file that an address is asked of. */
const named = (said: string) => /^\s*(?:path\s*=\s*)?["']?([^"'\s]{1,300})/.exec(said)?.[1] ?? ''

/** What stands for itself, without a name. */
const bare = (said: string) => /^\s*"?([\w-]{1,60})"?\s*$/.exec(said)?.[1] ?? attribute(said, 'id')

const shown: Record<string, (said: string) => string> = {
  figure: (said: string) => {
    const caption = attribute(said, 'caption') || attribute(said, 'title')
    return `\n\n<figure><img src="${attribute(said, 'src')}" alt="${attribute(said, 'alt')}"><figcaption>${caption}</figcaption></figure>\n\n`
  },
  youtube: (said: string) => `\n\n<iframe src="https://www.youtube.com/embed/${bare(said)}"></iframe>\n\n`,
  vimeo: (said: string) => `\n\n<iframe src="https://player.vimeo.com/video/${bare(said)}"></iframe>\n\n`,
}
