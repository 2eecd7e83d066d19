import type { Locale } from '../../../platform/words.ts'
import { type Frame, Page, Pager, PostBody } from '../../../ui/index.ts'
import { around, type Chapter, chapters, partNames, partOf, parts } from '../chapters.ts'
import { chapterPath, helpPath } from '../paths.ts'
import { chapterText } from '../text.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; locale: Locale }

/** The table of contents. */
export const HandbookPage = ({ frame, locale }: Props) => {
  const t = words(locale)
  return (
    <Page
      frame={frame}
      title={t('title')}
      lead={t('lead')}
      head={<meta name="description" content={t('lead')} />}
    >
      {partNames.map((part) => (
        <section>
          <h2>{t(`part.${part}`)}</h2>
          <ul>
            {parts[part].map((chapter) => (
              <li>
                <a href={chapterPath(chapter)}>{chapterText(chapter, locale).title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

export const ChapterPage = ({ frame, locale, chapter }: Props & { chapter: Chapter }) => {
  const t = words(locale)
  const { title, html, lead } = chapterText(chapter, locale)
  const { previous, next } = around(chapter)
  const link = (to: Chapter | undefined) =>
    to && { href: chapterPath(to), label: chapterText(to, locale).title }
  return (
    <Page
      frame={frame}
      title={title}
      kicker={
        <>
          <a href={helpPath}>{t('title')}</a> · {t(`part.${partOf(chapter)}`)}
        </>
      }
      head={<meta name="description" content={lead} />}
    >
      <PostBody html={html} />
      <Pager
        label={t('chapters')}
        position={t('chapter', { place: chapters.indexOf(chapter) + 1, count: chapters.length })}
        previous={link(previous)}
        next={link(next)}
      />
    </Page>
  )
}
