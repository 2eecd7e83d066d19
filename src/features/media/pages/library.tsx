import { type FormState, formInWords } from '../../../platform/forms.ts'
import { pagerOf } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  Disclosure,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Pager,
} from '../../../ui/index.ts'
import { missingCredit } from '../media.ts'
import { addPicturePath, libraryPath, libraryPicturePath, picturePath } from '../paths.ts'
import type { Listed } from '../queries/pictures.ts'
import type { LibraryFilter } from '../schema.ts'
import { words } from '../words.ts'
import { CreditFields, labelsOf, licenceGroups, sayer, UploadField } from './credit.tsx'

type LibraryProps = {
  frame: Frame
  filter: LibraryFilter
  pictures: readonly Listed[]
  count: number
  page: number
  pages: number
  form: FormState
}

/** All pictures, to be found by what is said of them; and the form by which one is added. */
export const LibraryPage = (props: LibraryProps) => {
  const { frame, filter, pictures, count, page, pages } = props
  const t = words(frame.locale)
  const labels = labelsOf(frame.locale)
  const { faults } = formInWords(frame.locale, labels, props.form, sayer(frame.locale))
  return (
    <OfficePage frame={frame} title={t('library.title')} lead={t('library.lead')} faults={faults}>
      <Disclosure summary={t('library.add')} open={faults.length > 0 || count === 0}>
        <AddForm {...props} />
      </Disclosure>
      <Narrowing frame={frame} filter={filter} />
      <p role="status">{t('library.count', { count })}</p>
      {pictures.length === 0 ? (
        <Empty title={t('library.none')} text={t('library.none.text')} />
      ) : (
        <ul class="pictures">
          {pictures.map((listed) => (
            <Tile {...listed} locale={frame.locale} />
          ))}
        </ul>
      )}
      <Pager {...pagerOf(frame.locale, { page, pages }, (to) => pageOf(filter, to))} />
    </OfficePage>
  )
}

function pageOf({ text, licence, lacks }: LibraryFilter, page: number | undefined): string {
  const query = new URLSearchParams({ q: text, licence, lacks, page: String(page ?? '') })
  for (const [name, value] of [...query]) if (value === '') query.delete(name)
  return query.size > 0 ? `${libraryPath}?${query}` : libraryPath
}

const AddForm = ({ frame, form }: LibraryProps) => {
  const t = words(frame.locale)
  const { field } = formInWords(frame.locale, labelsOf(frame.locale), form, sayer(frame.locale))
  return (
    <Form action={addPicturePath} upload guard>
      <UploadField locale={frame.locale} error={field('picture').error} />
      <CreditFields locale={frame.locale} field={field} />
      <Actions>
        <Button kind="primary">{t('library.add.submit')}</Button>
      </Actions>
    </Form>
  )
}

const Narrowing = ({ frame, filter }: { frame: Frame; filter: LibraryFilter }) => {
  const t = words(frame.locale)
  const isNarrowed = filter.text !== '' || filter.licence !== '' || filter.lacks !== ''
  return (
    <Filters
      action={libraryPath}
      label={t('library.find')}
      submit={t('library.find')}
      clear={isNarrowed ? { href: libraryPath, label: t('library.all') } : undefined}
    >
      <Field type="search" name="q" label={t('library.words')} value={filter.text} />
      <Field
        type="select"
        name="licence"
        label={t('field.licence')}
        placeholder={t('library.licence.any')}
        options={[]}
        groups={licenceGroups(frame.locale)}
        value={filter.licence}
      />
      <Field
        type="select"
        name="lacks"
        label={t('library.lacks')}
        placeholder={t('library.lacks.any')}
        options={[
          { value: 'alt', label: t('library.lacks.alt') },
          { value: 'credit', label: t('library.lacks.credit') },
        ]}
        value={filter.lacks}
      />
    </Filters>
  )
}

/** Its name is its alternative text: who hears the list knows it by that. */
const Tile = ({ picture, postCount, locale }: Listed & { locale: string }) => {
  const t = words(locale)
  const lacks = missingCredit(picture).filter((field) => field !== 'caption')
  return (
    <li>
      <a href={libraryPicturePath(picture.id)}>
        <img
          src={picturePath(picture.id, picture.widths[0] ?? picture.width, 'webp')}
          alt={picture.alt || t('library.unnamed')}
          width={picture.width}
          height={picture.height}
          loading="lazy"
        />
      </a>
      <OwnWords lang="">{picture.caption || picture.alt}</OwnWords>
      {lacks.length > 0 ? (
        <p class="lacks">{t(lacks.includes('alt') ? 'library.lacks.alt' : 'library.lacks.credit')}</p>
      ) : null}
      {postCount === null ? null : <p class="hint">{t('library.shown', { count: postCount })}</p>}
    </li>
  )
}
