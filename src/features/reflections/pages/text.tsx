import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { render } from '../../../platform/markdown.ts'
import { type Frame, PostBody } from '../../../ui/index.ts'
import { printedName, type Reflection } from '../reflection.ts'
import { words } from '../words.ts'

/** A reflection as it is read, with its authors as they want to be named. */
export const ReflectionText = ({ frame, reflection }: { frame: Frame; reflection: Reflection }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const names = reflection.authors.map((author) => {
    const name = printedName(author)
    if (name === null) return t('by.unnamed')
    const country = author.country ? say.country(author.country) : ''
    return t('by.from', { name: isolate(name, frame.locale), country })
  })
  return (
    <article>
      <h2 dir="auto">{reflection.title || t('untitled')}</h2>
      <p class="hint">{say.names(names)}</p>
      <PostBody html={htmlOf(reflection, frame.locale)} lang={reflection.locale} dir="auto" />
    </article>
  )
}

function htmlOf({ body }: Reflection, locale: string): string {
  const t = words(locale)
  const { parts } = render(body, {
    prefix: 'reflection',
    firstHeading: 3,
    footnotes: t('footnotes'),
    backToText: (number) => t('footnotes.back', { number }),
  })
  return parts.flatMap((part) => (part.kind === 'html' ? [part.html] : [])).join('')
}
