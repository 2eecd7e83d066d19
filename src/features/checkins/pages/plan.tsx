import type { FormState } from '../../../platform/forms.ts'
import { formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { planPath } from '../paths.ts'
import { words } from '../words.ts'
import { PlanTable, weeksCrumbs } from './weeks.tsx'

type PlanProps = { frame: Frame; round: Round; days: readonly number[]; form: FormState }

/** On which days a round asks whether partners are in touch. */
export const PlanPage = ({ frame, round, days, form }: PlanProps) => {
  const t = words(frame.locale)
  const labels = { days: t('plan.days') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('plan.title')}
      lead={t('plan.lead')}
      crumbs={weeksCrumbs(round, frame.locale)}
      faults={faults}
    >
      <Form action={planPath(round.code)}>
        <Field type="text" width="medium" dir="ltr" hint={t('plan.days.hint')} {...field('days')} />
        <Actions>
          <Button kind="primary">{t('plan.save')}</Button>
        </Actions>
      </Form>
      <h2>{t('plan.now')}</h2>
      <PlanTable {...{ frame, round, days }} />
    </OfficePage>
  )
}
