import type { FormState } from '../../../platform/forms.ts'
import { licenceOf } from '../../../platform/licences.ts'
import { Actions, Button, Field, Form, type Frame, Page, Trap } from '../../../ui/index.ts'
import { guidelinesPath } from '../../pages/index.ts'
import type { Kind, Rule } from '../contribution.ts'
import { contributePath, kindPath } from '../paths.ts'
import { words } from '../words.ts'
import { AuthorFields, inWords, type ShownPicture, WrittenFields } from './fields.tsx'

type Props = {
  frame: Frame
  kind: Kind
  form: FormState
  rule: Rule
  picture: ShownPicture | null
  languages: readonly string[]
  /** Whether somebody is signed in, whose address is known. */
  isMember: boolean
}

/** A postcard or an article: its text, its picture, who wrote it, and that it may appear. */
export const WritePage = ({ frame, kind, form, rule, picture, languages, isMember }: Props) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, kind, form)
  const { values } = form
  const fields = { frame, kind, field, values, picture, languages }
  return (
    <Page
      frame={frame}
      title={t(`write.${kind}.title`)}
      lead={t(`write.${kind}.lead`)}
      kicker={<a href={contributePath}>{t('choose.title')}</a>}
      faults={faults}
    >
      <p>
        <a href={guidelinesPath}>{t('choose.guidelines')}</a>
      </p>
      <Form action={kindPath(kind)} upload hidden={{ pictureKey: values.pictureKey ?? '' }} guard>
        <WrittenFields {...fields} />
        <AuthorFields {...fields} email={!isMember} />
        <Consent frame={frame} rule={rule} form={form} field={field('consent')} />
        <Trap
          label={t('field.website')}
          value={values.website ?? ''}
          error={form.errors.website ? t('error.contribution-trap') : undefined}
        />
        <Actions>
          <Button kind="primary">{t('write.button')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}

type ConsentProps = Pick<Props, 'frame' | 'rule' | 'form'> & {
  field: ReturnType<ReturnType<typeof inWords>['field']>
}

const Consent = ({ frame, rule, form, field }: ConsentProps) => {
  const t = words(frame.locale)
  const licence = licenceOf(rule.licence)
  return (
    <Field
      {...field}
      type="checkboxes"
      value={form.values.consent === 'yes' ? ['yes'] : []}
      hint={
        licence ? (
          <>
            {t('field.consent.hint')}{' '}
            <a href={licence.url} rel="license">
              {licence.name}
            </a>
          </>
        ) : null
      }
      options={[{ value: 'yes', label: t('field.consent.yes', { licence: licence?.name ?? '' }) }]}
    />
  )
}
