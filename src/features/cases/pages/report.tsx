import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import { conductPath } from '../../pages/index.ts'
import { sendReportPath } from '../paths.ts'
import type { Reportable } from '../queries/reports.ts'
import { words } from '../words.ts'

type ReportProps = {
  frame: Frame
  reportable: readonly Reportable[]
  /** Who will read it. */
  readers: readonly { id: string; name: string }[]
  form: FormState
  barred: readonly string[]
  once: string
}

/** Where somebody reports under the code of conduct. */
export const ReportPage = (props: ReportProps) => {
  const { frame, reportable, readers, form } = props
  const t = words(frame.locale)
  const labels = { about: t('report.about'), body: t('report.body'), barred: t('report.barred') }
  const { faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const canSend = reportable.length > 0 && readers.length > 0
  return (
    <Page frame={frame} title={t('report.title')} lead={t('report.lead')} faults={faults}>
      {canSend ? (
        <ReportForm {...props} />
      ) : (
        <Notice>{t(reportable.length === 0 ? 'report.nobody' : 'report.no-reader')}</Notice>
      )}
      <p>
        <a href={conductPath}>{t('report.code')}</a>
      </p>
    </Page>
  )
}

const ReportForm = ({ frame, reportable, readers, form, barred, once }: ReportProps) => {
  const t = words(frame.locale)
  const labels = { about: t('report.about'), body: t('report.body'), barred: t('report.barred') }
  const { field } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const names = formats(frame.locale, 'UTC').names(readers.map(({ name }) => name))
  const { value: _one, ...barredField } = field('barred')
  return (
    <Form action={sendReportPath} hidden={{ once }} guard>
      <Field
        type="radios"
        options={reportable.map(({ pairingId, applicationId, name, code }) => ({
          value: `${pairingId} ${applicationId}`,
          label: t('report.partner', { name, code }),
        }))}
        {...field('about')}
      />
      <Field type="textarea" rows={8} hint={t('report.body.hint')} {...field('body')} />
      <Notice title={t('report.who')}>{t('report.who.text', { names })}</Notice>
      {readers.length > 1 ? (
        <Field
          type="checkboxes"
          optional={t('optional')}
          hint={t('report.barred.hint')}
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
          {...barredField}
          name="barred[]"
          value={[...barred]}
        />
      ) : null}
      <Actions>
        <Button kind="primary">{t('report.button')}</Button>
      </Actions>
      <p class="hint">{t('report.after')}</p>
    </Form>
  )
}
