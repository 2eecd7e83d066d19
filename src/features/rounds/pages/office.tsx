import { dayIn, localTime } from '../../../platform/days.ts'
import { type Formats, formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../platform/say.ts'
import { zoneChoices } from '../../../platform/zones.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Table,
} from '../../../ui/index.ts'
import { cloneRoundPath, newRoundPath, officeRoundPath, officeRoundsPath } from '../paths.ts'
import { phaseOf, type Round, type RoundPlan } from '../round.ts'
import { words } from '../words.ts'
import { phaseInWords, roundTitle } from './telling.ts'

/** Every round a coordinator can open, newest first. */
export const RoundsPage = ({
  frame,
  rounds,
  now,
  mayOpen,
}: {
  frame: Frame
  rounds: readonly Round[]
  now: Date
  mayOpen: boolean
}) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const open = mayOpen ? (
    <ButtonLink href={newRoundPath} kind="primary">
      {t('new')}
    </ButtonLink>
  ) : null
  return (
    <OfficePage frame={frame} title={t('list.title')} actions={rounds.length > 0 ? open : null}>
      <Table
        caption={t('list.caption')}
        captionHidden
        keys
        rows={rounds}
        empty={
          <Empty title={t('list.empty.title')} text={t('list.empty.text')}>
            {open}
          </Empty>
        }
        columns={[
          {
            label: t('column.round'),
            head: true,
            cell: (round) => (
              <a href={officeRoundPath(round.code)}>
                <OwnWords>{roundTitle(frame.locale, round)}</OwnWords>
              </a>
            ),
          },
          { label: t('column.phase'), cell: (round) => phaseInWords(frame, phaseOf(round, now)) ?? '–' },
          {
            label: t('column.applications'),
            cell: (round) => span(t, say, dayIn(round.applyFrom, round.zone), lastDayToApply(round)),
          },
          { label: t('column.mentoring'), cell: (round) => span(t, say, round.startsOn, round.endsOn) },
        ]}
      />
    </OfficePage>
  )
}

/** The deadline is the first instant that is too late. */
const lastDayToApply = ({ applyUntil, zone }: Round) => dayIn(new Date(applyUntil.getTime() - 1), zone)

const span = (t: ReturnType<typeof words>, say: Formats, from: string, until: string) =>
  t('days.span', { from: say.shortDay(from), until: say.shortDay(until) })

type FormProps = {
  frame: Frame
  /** Null for a new round. */
  round: Round | null
  action: string
  form: FormState
}

/** The form of a round; comes back with what was typed and words beside what needs another look. */
export const RoundFormPage = ({ frame, round, action, form }: FormProps) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, {
    code: t('field.code'),
    title: t('field.title'),
    zone: t('field.zone'),
    applyFrom: t('field.apply-from'),
    applyUntil: t('field.apply-until'),
    startsOn: t('field.starts-on'),
    endsOn: t('field.ends-on'),
    capPercent: t('field.cap'),
    topicDays: t('field.topic-days'),
  })
  const back = round ? officeRoundPath(round.code) : officeRoundsPath
  return (
    <OfficePage
      frame={frame}
      title={round ? t('edit.title', { code: round.code }) : t('new.title')}
      lead={round ? undefined : t('new.lead')}
      crumbs={[{ href: officeRoundsPath, label: t('list.title') }]}
      faults={faults}
    >
      <Form action={action} guard>
        <Field type="text" width="short" hint={t('field.code.hint')} {...field('code')} />
        <Field
          type="text"
          hint={t('field.title.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          {...field('title')}
        />
        <Field
          type="text"
          width="medium"
          dir="ltr"
          hint={t('field.zone.hint')}
          suggestions={zoneChoices(frame.locale, frame.now)}
          {...field('zone')}
        />
        <Field type="datetime-local" width="medium" {...field('applyFrom')} />
        <Field type="datetime-local" width="medium" {...field('applyUntil')} />
        <Field type="date" width="medium" {...field('startsOn')} />
        <Field type="date" width="medium" {...field('endsOn')} />
        <Field
          type="number"
          width="short"
          min={1}
          max={100}
          hint={t('field.cap.hint')}
          suffix={t('field.cap.suffix')}
          {...field('capPercent')}
        />
        <Field type="text" dir="ltr" hint={t('field.topic-days.hint')} {...field('topicDays')} />
        <Actions>
          <Button kind="primary">{t('save')}</Button>
          <a href={back}>{t('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Asks for the two things that a clone cannot know. */
export const CloneRoundPage = (props: { frame: Frame; round: Round; form: FormState }) => {
  const { frame, round, form } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { code: t('field.code'), startsOn: t('field.starts-on') })
  return (
    <OfficePage
      frame={frame}
      title={t('clone.title', { code: round.code })}
      lead={t('clone.lead')}
      crumbs={[
        { href: officeRoundsPath, label: t('list.title') },
        { href: officeRoundPath(round.code), label: roundTitle(frame.locale, round) },
      ]}
      faults={faults}
    >
      <Form action={cloneRoundPath(round.code)}>
        <Field type="text" width="short" hint={t('field.code.hint')} {...field('code')} />
        <Field type="date" width="medium" {...field('startsOn')} />
        <Actions>
          <Button kind="primary">{t('clone.submit')}</Button>
          <a href={officeRoundPath(round.code)}>{t('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

const inWords = <Name extends string>(frame: Frame, form: FormState, labels: Record<Name, string>) =>
  formInWords(frame.locale, labels, form, errorWords(words, frame.locale))

/** A plan as the form shows it: instants on the clock of the round's zone. */
export function valuesOf(plan: RoundPlan): Record<string, string> {
  const local = (at: Date) => localTime(at, plan.zone)
  return {
    code: plan.code,
    title: plan.title,
    zone: plan.zone,
    applyFrom: local(plan.applyFrom),
    applyUntil: local(plan.applyUntil),
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    capPercent: String(plan.capPercent),
    topicDays: plan.topicDays.join(', '),
  }
}
