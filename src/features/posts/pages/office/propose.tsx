import { formats } from '../../../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import { Actions, Button, Field, Fieldset, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { type Round, topicDaysOf } from '../../../rounds/index.ts'
import { deskPath, proposePath } from '../../paths.ts'
import { parts } from '../../stage.ts'
import { words } from '../../words.ts'

export type Somebody = { id: string; name: string }

type Props = {
  frame: Frame
  form: FormState
  /** Rounds in whose plan it may have a place. */
  rounds: readonly Round[]
  editors: readonly Somebody[]
  /** Languages in which posts are written. */
  locales: readonly string[]
}

/** A new post: what it will be about, where it has its place, and who writes it. */
export const ProposePage = ({ frame, form, rounds, editors, locales }: Props) => {
  const t = words(frame.locale)
  const optional = platformWords(frame.locale)('form.optional')
  const labels = {
    ...{ title: t('field.title'), summary: t('field.idea'), locale: t('field.locale') },
    ...{ place: t('field.place'), part: t('field.part') },
    ...{ assignee: t('field.assignee'), dueOn: t('field.dueOn') },
  }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage
      frame={frame}
      title={t('new.title')}
      lead={t('new.lead')}
      crumbs={[{ href: deskPath, label: t('desk.title') }]}
      faults={faults}
    >
      <Form action={proposePath} once guard>
        <Fieldset legend={t('new.what')}>
          <Field type="text" {...field('title')} />
          <Field
            type="textarea"
            rows={3}
            hint={t('field.idea.hint')}
            optional={optional}
            {...field('summary')}
          />
          <Locale frame={frame} locales={locales} field={field('locale')} />
        </Fieldset>
        <Fieldset legend={t('new.place')}>
          <PlaceField {...{ frame, rounds }} field={field('place')} />
          <Field
            type="select"
            placeholder={t('part.none')}
            optional={optional}
            options={parts.map((part) => ({ value: part, label: t(`part.${part}`) }))}
            {...field('part')}
          />
        </Fieldset>
        <Fieldset legend={t('new.who')}>
          <AssignFields frame={frame} editors={editors} field={field} />
        </Fieldset>
        <Actions>
          <Button kind="primary">{t('new.save')}</Button>
          <a href={deskPath}>{t('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Where in the plan of a round it has its place, if it has one. */
export const PlaceField = (props: { frame: Frame; rounds: readonly Round[]; field: FormField }) => {
  const { frame, rounds, field } = props
  return (
    <Field
      type="select"
      placeholder={words(frame.locale)('place.none')}
      options={[]}
      optional={platformWords(frame.locale)('form.optional')}
      groups={rounds.map((round) => placesIn(round, frame.locale))}
      {...field}
    />
  )
}

/** The fortnights of a round, and the round itself, as places in its plan. */
function placesIn(round: Round, locale: string) {
  const t = words(locale)
  const say = formats(locale, round.zone)
  return {
    label: t('place.round', { code: round.code }),
    options: [
      { value: `${round.code}/`, label: t('place.any', { code: round.code }) },
      ...topicDaysOf(round).map((day, index) => ({
        value: `${round.code}/${index + 1}`,
        label: t('place.from', { code: round.code, number: index + 1, day: say.shortDay(day) }),
      })),
    ],
  }
}

/** In which language a post is written. */
export const Locale = (props: { frame: Frame; locales: readonly string[]; field: FormField }) => {
  const say = formats(props.frame.locale, 'UTC')
  const known = [...new Set([...props.locales, props.field.value].filter((one) => one !== ''))]
  return (
    <Field
      type="select"
      options={known.map((locale) => ({ value: locale, label: say.language(locale) }))}
      {...props.field}
    />
  )
}

/** Who writes a post, and until when. */
export const AssignFields = (props: {
  frame: Frame
  editors: readonly Somebody[]
  field(name: 'assignee' | 'dueOn'): FormField
}) => {
  const t = words(props.frame.locale)
  const optional = platformWords(props.frame.locale)('form.optional')
  return (
    <>
      <Field
        type="select"
        placeholder={t('writer.nobody')}
        optional={optional}
        options={props.editors.map(({ id, name }) => ({ value: id, label: name }))}
        {...props.field('assignee')}
      />
      <Field
        type="date"
        width="short"
        hint={t('field.dueOn.hint')}
        optional={optional}
        {...props.field('dueOn')}
      />
    </>
  )
}
