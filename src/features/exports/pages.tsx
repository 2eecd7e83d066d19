import { type FormState, formInWords } from '../../platform/forms.ts'
import { joining } from '../../platform/joining.ts'
import { errorWords } from '../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../ui/index.ts'
import { exportKinds } from './export.ts'
import { takePath } from './paths.ts'
import { words } from './words.ts'

/** Asks in which form the blog goes out, and sends it. @param posts how many are public */
export const ExportPage = ({ frame, form, posts }: { frame: Frame; form: FormState; posts: number }) => {
  const t = words(frame.locale)
  const labels = { kind: t('form.kind'), whole: t('form.whole') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage frame={frame} title={t('page.title')} lead={t('page.lead')} faults={faults}>
      <Form action={takePath}>
        <Field
          type="radios"
          options={exportKinds.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`kind.${value}.hint`),
          }))}
          {...field('kind')}
        />
        <Field
          type="checkboxes"
          options={[{ value: 'yes', label: t('whole.yes'), hint: t('whole.yes.hint') }]}
          {...field('whole')}
          value={form.values.whole === 'yes' ? ['yes'] : []}
        />
        <p class="hint">
          {joining(frame.locale).joined([t('count.posts', { count: posts }), t('page.promise')])}
        </p>
        <Actions>
          <Button kind="primary">{t('form.take')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}
