import type { FormState } from '../../../platform/forms.ts'
import { TEXT_LICENCES } from '../../../platform/licences.ts'
import { licenceName, platformWords } from '../../../platform/say.ts'
import { Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { citingPath } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords } from './form.ts'
import { Save } from './forms.tsx'

/** Under which licence posts are, unless they say another, and by which number the blog is known. */
export const CitingPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    licence: t('citing.licence'),
    issn: t('citing.issn'),
  })
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <OfficePage
      frame={frame}
      title={t('citing.title')}
      lead={t('citing.lead')}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Form action={citingPath}>
        <Field
          type="select"
          hint={t('citing.licence.hint')}
          placeholder={t('citing.licence.none')}
          optional={optional}
          options={TEXT_LICENCES.map((id) => ({ value: id, label: licenceName(frame.locale, id) }))}
          {...field('licence')}
        />
        <Field
          type="text"
          width="medium"
          dir="ltr"
          hint={t('citing.issn.hint')}
          optional={optional}
          {...field('issn')}
        />
        <Save frame={frame} />
      </Form>
    </OfficePage>
  )
}
