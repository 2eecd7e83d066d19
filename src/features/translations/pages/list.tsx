import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { locales } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Field,
  Filters,
  Form,
  type Frame,
  OfficePage,
  Table,
  Tabs,
} from '../../../ui/index.ts'
import { checkPath, exportPath, folderPath, tonguePath, translationsPath } from '../paths.ts'
import type { Folder } from '../queries/catalog.ts'
import { mostMegabytes } from '../schema.ts'
import type { Sentence, Tongue } from '../tongue.ts'
import { words } from '../words.ts'
import { SentenceTable } from './sentences.tsx'

type ListProps = {
  frame: Frame
  locale: Tongue
  form: FormState
  sought: string
  /** Those that are looked through when something is sought. */
  sentences: readonly Sentence[]
  folders: readonly Folder[]
}

/** Sentences that are shown of those that are found. */
const mostFound = 100

/** All parts of the site in a language, what is looked for in them, and a translator's file on its way out and in. */
export const ListPage = (props: ListProps) => {
  const { frame, locale, sought, form } = props
  const t = words(frame.locale)
  const { language, number } = formats(frame.locale, 'UTC')
  const { field, faults } = formInWords(
    frame.locale,
    { file: t('check.field') },
    form,
    errorWords(words, frame.locale),
  )
  return (
    <OfficePage
      frame={frame}
      title={t('list.title')}
      lead={t('list.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
      actions={
        <>
          <ButtonLink href={exportPath(locale)}>{t('list.download')}</ButtonLink>
          <ButtonLink href="#check">{t('check.title')}</ButtonLink>
        </>
      }
      faults={faults}
    >
      <Tabs
        label={t('list.languages')}
        tabs={locales.flatMap((one) =>
          one === 'en' ? [] : [{ href: tonguePath(one), label: language(one), current: one === locale }],
        )}
      />
      <Filters
        action={tonguePath(locale)}
        label={t('search.label')}
        submit={t('search.button')}
        {...(sought !== '' && { clear: { href: tonguePath(locale), label: t('search.clear') } })}
      >
        <Field type="search" name="q" label={t('search.field')} value={sought} />
      </Filters>
      {sought === '' ? <Parts {...props} /> : <Found {...props} />}
      <h2 id="check">{t('check.title')}</h2>
      <Form action={checkPath} upload>
        <Field
          type="file"
          accept=".xlf,.xliff,application/xliff+xml"
          hint={t('check.hint', { size: number(mostMegabytes) })}
          {...field('file')}
        />
        <Actions>
          <Button kind="primary">{t('check.button')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** A part of the site is a feature, by the name of its folder; what all of them say is the platform's. */
export const partName = (frame: Frame, folder: string): string =>
  folder === 'platform' ? words(frame.locale)('part.platform') : folder.replace('features/', '')

const Parts = ({ frame, locale, folders }: ListProps) => {
  const t = words(frame.locale)
  const { number } = formats(frame.locale, 'UTC')
  return (
    <Table
      caption={t('list.caption')}
      captionHidden
      slim
      rows={folders}
      columns={[
        {
          label: t('column.part'),
          head: true,
          cell: ({ folder }: Folder) => (
            <a href={folderPath(locale, folder)}>
              <bdi>{partName(frame, folder)}</bdi>
            </a>
          ),
        },
        { label: t('column.count'), numeric: true, cell: ({ count }: Folder) => number(count) },
        {
          label: t('column.changed'),
          numeric: true,
          cell: ({ folder, changed }: Folder) =>
            changed === 0 ? (
              number(0)
            ) : (
              <a href={`${folderPath(locale, folder)}?changed=1`}>{number(changed)}</a>
            ),
        },
      ]}
    />
  )
}

const Found = ({ frame, locale, sought, sentences }: ListProps) => {
  const t = words(frame.locale)
  const { number } = formats(frame.locale, 'UTC')
  const small = sought.toLowerCase()
  const found = sentences.filter(({ english, said, key }) =>
    [english, said, key].some((text) => text.toLowerCase().includes(small)),
  )
  return (
    <>
      <SentenceTable
        {...{ frame, locale }}
        caption={t('search.caption', { count: found.length })}
        sentences={found.slice(0, mostFound)}
        isAnywhere
      />
      {found.length > mostFound ? (
        <p class="hint">{t('search.first', { count: number(mostFound) })}</p>
      ) : null}
    </>
  )
}

export const crumbsOf = (frame: Frame, locale: Tongue) => [
  { href: frame.office.home, label: frame.office.name },
  { href: translationsPath, label: words(frame.locale)('list.title') },
  { href: tonguePath(locale), label: formats(frame.locale, 'UTC').language(locale) },
]
