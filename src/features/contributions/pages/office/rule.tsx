import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { LICENCES } from '../../../../platform/licences.ts'
import { errorWords } from '../../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { guidelinesPath } from '../../../pages/index.ts'
import { queuePath, rulePath } from '../../paths.ts'
import { words } from '../../words.ts'

/** How the network takes contributions: whether it does, under which licence, and how soon it answers. */
export const RulePage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = words(frame.locale)
  const labels = {
    ...{ taking: t('rule.taking'), licence: t('rule.licence'), answerDays: t('rule.answerDays') },
  }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('rule.title')}
      crumbs={[{ href: queuePath, label: t('queue.title') }]}
      faults={faults}
    >
      <Form action={rulePath}>
        <Field
          {...field('taking')}
          type="radios"
          options={(['open', 'closed'] as const).map((value) => ({
            value,
            label: t(`rule.taking.${value}`),
            hint: t(`rule.taking.${value}.hint`),
          }))}
        />
        <Field
          type="select"
          hint={t('rule.licence.hint')}
          options={LICENCES.filter(({ id }) => id.startsWith('cc') && !/-[23]\.0$/.test(id)).map(
            ({ id, name }) => ({ value: id, label: name }),
          )}
          {...field('licence')}
        />
        <Field
          type="number"
          width="short"
          min={1}
          max={90}
          suffix={t('rule.days')}
          hint={t('rule.answerDays.hint')}
          {...field('answerDays')}
        />
        <Actions>
          <Button kind="primary">{t('rule.save')}</Button>
        </Actions>
      </Form>
      <p>
        <a href={guidelinesPath}>{t('rule.guidelines')}</a>
      </p>
    </OfficePage>
  )
}
