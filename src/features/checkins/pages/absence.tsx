import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { absencePath, announcePath, endAbsencePath } from '../paths.ts'
import type { Absence } from '../queries/absences.ts'
import { words } from '../words.ts'

type AbsenceProps = {
  frame: Frame
  absences: readonly Absence[]
  /** `YYYY-MM-DD` */
  today: string
  form: FormState
}

/** Where someone says that they will be away, and that they are back. */
export const AbsencePage = ({ frame, absences, today, form }: AbsenceProps) => {
  const t = words(frame.locale)
  const labels = { from: t('absence.from'), until: t('absence.until'), tells: t('absence.tells') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <Page frame={frame} title={t('absence.title')} lead={t('absence.lead')} faults={faults}>
      {absences.map((absence) => (
        <Known {...{ frame, absence, today }} />
      ))}
      {absences.length > 0 ? <h2>{t('absence.new')}</h2> : null}
      <Form action={announcePath}>
        <Field type="date" width="short" min={today} {...field('from')} />
        <Field type="date" width="short" min={today} hint={t('absence.until.hint')} {...field('until')} />
        <Field
          type="radios"
          hint={t('absence.tells.hint')}
          options={[
            { value: 'yes', label: t('absence.tells.yes') },
            { value: 'no', label: t('absence.tells.no') },
          ]}
          {...field('tells')}
        />
        <Actions>
          <Button kind="primary">{t('absence.button')}</Button>
        </Actions>
      </Form>
      <p class="hint">{t('absence.leave')}</p>
    </Page>
  )
}

const Known = ({ frame, absence, today }: { frame: Frame; absence: Absence; today: string }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const days = { from: say.day(absence.fromOn), until: say.day(absence.untilOn) }
  const hasBegun = absence.fromOn < today
  const back = t(hasBegun ? 'absence.back' : 'absence.cancel')
  return (
    <section>
      <h2>{t('absence.known', days)}</h2>
      <p>{t(absence.toldAt ? 'absence.known.told' : 'absence.known.untold')}</p>
      <Form action={endAbsencePath(absence.id)}>
        <Actions>
          <Button label={frame.words.labelled(back, t('absence.known', days))}>{back}</Button>
        </Actions>
      </Form>
    </section>
  )
}

/** Where one’s own page leads to it. */
export const absenceLink = (locale: string) => ({ href: absencePath, label: words(locale)('absence.link') })
