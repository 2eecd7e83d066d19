import { formats } from '../../../platform/formats.ts'
import { namesOf } from '../../../platform/sentence.ts'
import { dirOf, tagOf } from '../../../platform/words.ts'
import { type Frame, Table, Tag } from '../../../ui/index.ts'
import { exampleOf } from '../queries/example.ts'
import type { Sentence, Tongue } from '../tongue.ts'
import { words } from '../words.ts'

type SentencesProps = {
  frame: Frame
  locale: Tongue
  caption: string
  captionHidden?: boolean
  sentences: readonly Sentence[]
  /** Whether they are of several parts of the site. */
  isAnywhere?: boolean
}

/** Sentences in English and in another language, each with how it is read once its names are filled in. */
export const SentenceTable = ({
  frame,
  locale,
  sentences,
  isAnywhere = false,
  ...caption
}: SentencesProps) => {
  const t = words(frame.locale)
  const { language } = formats(frame.locale, 'UTC')
  return (
    <Table
      {...caption}
      rows={sentences}
      columns={[
        {
          label: t('column.english'),
          head: true,
          cell: ({ english, key, folder, isPassed }) => (
            <>
              <span lang="en" dir="ltr">
                {english}
              </span>
              <br />
              <code dir="ltr">{isAnywhere ? `${folder.replace('features/', '')}:${key}` : key}</code>{' '}
              {isPassed ? null : <Tag tone="brass">{t('folder.mark')}</Tag>}
            </>
          ),
        },
        {
          label: t('column.said', { language: language(locale) }),
          cell: ({ said }) => (
            <div lang={tagOf(locale)} dir={dirOf(locale)}>
              <p>{said}</p>
              {namesOf(said).length > 0 ? (
                <p class="hint">{words(locale)('example', { said: exampleOf(said, locale) })}</p>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  )
}
