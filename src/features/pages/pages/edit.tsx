import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { dirOf } from '../../../platform/words.ts'
import { Actions, Button, Field, Form, type Frame, Notice, OfficePage } from '../../../ui/index.ts'
import type { PageText } from '../page.ts'
import { editPath, officePagePath } from '../paths.ts'
import type { Written } from '../queries.ts'
import type { ShownPage } from '../shown.ts'
import { words } from '../words.ts'
import { versionName } from './naming.ts'
import { AsRead, crumbsOf, type Place } from './office.tsx'
import { Comparison } from './revision.tsx'

export type EditProps = Place & {
  frame: Frame
  form: FormState
  /** The revision that the form goes on from: what is published meanwhile by somebody else has another number. */
  base: number
  conduct: string
  /** An earlier revision that the form was filled in with. */
  from?: number
  /** How what was typed will look. */
  preview?: ShownPage
  /** What somebody else published meanwhile, and what was typed. */
  clash?: { theirs: Written; ours: PageText }
}

/** The form of one text. It comes back with everything typed: looked at first, with faults, or beside another's. */
export const EditPage = (props: EditProps) => {
  const { frame, page, locale } = props
  const t = words(frame.locale)
  const { faults } = formOf(props)
  return (
    <OfficePage
      frame={frame}
      title={t('edit.title', {
        page: t(`page.${page}`),
        language: formats(frame.locale, 'UTC').language(locale),
      })}
      lead={t('edit.lead')}
      crumbs={crumbsOf(frame, props)}
      faults={faults}
    >
      <News {...props} />
      <Fields {...props} />
    </OfficePage>
  )
}

const formOf = ({ frame, form }: EditProps) => {
  const t = words(frame.locale)
  const labels = { title: t('field.title'), body: t('field.body'), change: t('field.change') }
  return formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
}

/** What the writer should know before going on. */
const News = ({ frame, locale, from, preview, clash }: EditProps) => {
  const t = words(frame.locale)
  if (clash)
    return (
      <>
        <Notice tone="warning" title={t('clash.title', { by: clash.theirs.by ?? t('someone') })} isNews>
          {t('clash.text')}
        </Notice>
        <section>
          <h2>{t('clash.differs')}</h2>
          <Comparison frame={frame} locale={locale} before={clash.theirs} after={clash.ours} />
        </section>
      </>
    )
  if (preview)
    return (
      <section>
        <h2>{t('preview.title')}</h2>
        <Notice isNews>{t('preview.text')}</Notice>
        <AsRead text={preview} />
      </section>
    )
  if (from === undefined) return null
  return <Notice>{from === 0 ? t('edit.from.supplied') : t('edit.from', { number: from })}</Notice>
}

const Fields = (props: EditProps) => {
  const { frame, page, locale, base, conduct } = props
  const t = words(frame.locale)
  const { field } = formOf(props)
  const dir = dirOf(locale)
  const version = versionName(conduct, frame.locale)
  return (
    <Form action={editPath(page, locale)} hidden={{ base: String(base) }} guard>
      <Field type="text" dir={dir} {...field('title')} />
      <Field
        type="textarea"
        sheet
        withoutPictures
        markdown={t('field.body.markdown')}
        hint={t('field.body.hint')}
        {...field('body')}
      />
      {page === 'code-of-conduct' ? (
        <Field
          type="radios"
          options={[
            { value: 'same', label: t('field.change.same', { version }) },
            { value: 'new', label: t('field.change.new') },
          ]}
          {...field('change')}
        />
      ) : null}
      <Actions>
        {/* First, because Enter in a field presses the first. */}
        <Button name="act" value="preview">
          {t('edit.preview')}
        </Button>
        <Button kind="primary" name="act" value="publish">
          {t('edit.publish')}
        </Button>
        <a href={officePagePath(page, locale)}>{platformWords(frame.locale)('cancel')}</a>
      </Actions>
    </Form>
  )
}
