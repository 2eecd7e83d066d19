import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { queuePath, rulePath } from '../paths.ts'
import { words } from '../words.ts'

/** How the network takes comments. */
export const RulePage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = words(frame.locale)
  const labels = { waits: t('rule.waits'), closesAfterDays: t('rule.days') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('rule.title')}
      lead={t('rule.lead')}
      crumbs={[{ href: queuePath, label: t('queue.title') }]}
      faults={faults}
    >
      <Form action={rulePath}>
        <Field
          type="radios"
          {...field('waits')}
          options={[
            { value: 'first', label: t('rule.waits.first'), hint: t('rule.waits.first.hint') },
            { value: 'all', label: t('rule.waits.all') },
          ]}
        />
        <Field
          type="text"
          inputmode="numeric"
          width="short"
          optional={platformWords(frame.locale)('form.optional')}
          suffix={t('rule.days.suffix')}
          hint={t('rule.days.hint')}
          {...field('closesAfterDays')}
        />
        <Actions>
          <Button kind="primary">{t('rule.save')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}
