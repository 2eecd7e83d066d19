import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { render } from '../../../platform/markdown.ts'
import { dirOf } from '../../../platform/words.ts'
import { Figure, type Frame, OwnWords, PostBody } from '../../../ui/index.ts'
import { bodyOf, questionNumbers, type Written } from '../contribution.ts'
import { words } from '../words.ts'
import type { ShownPicture } from './fields.tsx'

type Props = { frame: Frame; written: Written; picture: ShownPicture | null }

/** A contribution as it will be read: its title, who wrote it, its picture and its text. */
export const ContributionText = ({ frame, written, picture }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const { language, name, coauthors, country, pictureAlt, pictureCaption, pictureAuthor } = written
  const other = { lang: language, dir: dirOf(language) }
  const names = [name, ...coauthors]
  return (
    <article class="post contribution">
      <h2 {...other}>{written.title}</h2>
      <p class="byline">
        <span>{t('text.by', { names: say.names(names), country: say.country(country) })}</span>
        <span>{say.language(language)}</span>
      </p>
      {picture ? (
        <Figure
          picture={{ ...picture, alt: pictureAlt, lang: language }}
          caption={<OwnWords lang={language}>{pictureCaption}</OwnWords>}
          credit={t('text.picture', { name: isolate(pictureAuthor || name, frame.locale) })}
        />
      ) : null}
      <PostBody html={htmlOf(written, frame.locale)} {...other} />
      {written.about === '' ? null : (
        <p class="about-author" {...other}>
          {written.about}
        </p>
      )}
    </article>
  )
}

function htmlOf(written: Written, locale: string): string {
  const [t, own] = [words(locale), words(written.language)]
  const questions = questionNumbers.map((number) => own(`question.${number}`))
  const { parts } = render(bodyOf(written, questions), {
    prefix: 'contribution',
    dir: dirOf(written.language),
    firstHeading: 3,
    footnotes: t('footnotes'),
    backToText: (number) => t('footnotes.back', { number }),
  })
  return parts.flatMap((part) => (part.kind === 'html' ? [part.html] : [])).join('')
}
