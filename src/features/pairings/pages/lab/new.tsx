import { formats } from '../../../../platform/formats.ts'
import type { Typed } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import {
  Actions,
  Button,
  Disclosure,
  ErrorSummary,
  Field,
  Fieldset,
  Form,
  type Frame,
  Notice,
  Slider,
} from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { type Choices, choicesOf } from '../../choices.ts'
import { labPath, newScenarioPath, scenarioPath } from '../../paths.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { mostTitleLetters } from '../../schema.ts'
import { scorerNames } from '../../scorers/index.ts'
import type { Settings } from '../../settings.ts'
import { words } from '../../words.ts'
import { type DeskCounts, DeskPage, labCrumbs } from '../desk.tsx'
import type { Voice } from '../telling.ts'
import { scenarioName } from './telling.ts'

type NewProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  /** What stands in the fields: the settings to start from, or what was typed. */
  typed: Typed
  /** Code of what is wrong, by field. */
  errors?: Record<string, string>
  /** A run that has to end first. */
  running: Scenario | null
}

/** What the form holds before anybody has typed. */
export const typedOf = (settings: Settings): Typed => ({
  title: '',
  seed: '',
  ...Object.fromEntries(Object.entries(choicesOf(settings)).map(([name, value]) => [name, asTyped(value)])),
})

const asTyped = (value: Choices[keyof Choices]) =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** Field by field what a scenario may differ in, each with a sentence on what it does. */
export const NewScenarioPage = (props: NewProps) => {
  const { frame, round, counts, errors = {}, running } = props
  const t = words(frame.locale)
  const say = errorWords(words, frame.locale)
  const voice = { t, f: formats(frame.locale, 'UTC'), locale: frame.locale }
  const fields: Fields = {
    voice,
    text: (name) => String(props.typed[name] ?? ''),
    error: (name) => (errors[name] ? say(errors[name]) : undefined),
  }
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="lab"
      counts={counts}
      crumbs={labCrumbs(round, frame.locale)}
      title={t('new.title')}
      lead={t('new.lead')}
      titlePrefix={Object.keys(errors).length > 0 ? t('new.error-prefix') : undefined}
    >
      <ErrorSummary
        title={platformWords(frame.locale)('form.summary', { count: Object.keys(errors).length })}
        errors={Object.keys(errors).map((name) => ({
          name,
          message: t('new.error', { field: t(labelOf(name)), error: fields.error(name) ?? '' }),
        }))}
      />
      {running ? (
        <Notice tone="warning" title={t('new.running.title')}>
          {t('new.running')}{' '}
          <a href={scenarioPath(round.code, running.number)}>
            {t('new.running.link', { scenario: scenarioName(running, voice) })}
          </a>
        </Notice>
      ) : null}
      <Form action={newScenarioPath(round.code)} token={frame.formToken} guard>
        <Field
          type="text"
          name="title"
          label={t('choice.title')}
          hint={t('choice.title.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          maxlength={mostTitleLetters}
          value={fields.text('title')}
          error={fields.error('title')}
        />
        <Wishes {...fields} />
        <Circumstances {...fields} />
        <Fairness {...fields} />
        <Rules {...fields} />
        <Kept {...fields} />
        <Disclosure summary={t('new.advanced')} open={errors.seed !== undefined}>
          <Field
            type="text"
            name="seed"
            label={t('choice.seed')}
            hint={t('choice.seed.hint')}
            optional={platformWords(frame.locale)('form.optional')}
            width="short"
            inputmode="numeric"
            dir="ltr"
            value={fields.text('seed')}
            error={fields.error('seed')}
          />
        </Disclosure>
        <Actions>
          <Button kind="primary">{t('new.run')}</Button>
          <a href={labPath(round.code)}>{t('new.back')}</a>
        </Actions>
      </Form>
    </DeskPage>
  )
}

type Fields = { voice: Voice; text: (name: string) => string; error: (name: string) => string | undefined }

type FieldName = keyof Choices | 'title' | 'seed'
const labelOf = (name: string) => `choice.${name as FieldName}` as const

type WeightName =
  | 'wishesShare'
  | 'interests'
  | 'sector'
  | 'stage'
  | 'hours'
  | 'languages'
  | 'region'
  | 'experience'
  | 'lessSatisfiedShare'

const Weight = ({
  name,
  percent,
  least = 0,
  ends,
  voice,
  text,
  error,
}: Fields & {
  name: WeightName
  percent?: boolean
  least?: number
  ends: { low: string; high: string }
}) => (
  <Slider
    name={name}
    label={voice.t(`choice.${name}`)}
    hint={voice.t(`choice.${name}.hint`)}
    min={least}
    max={100}
    step={percent ? 5 : 1}
    suffix={percent ? '%' : undefined}
    ends={ends}
    value={text(name)}
    error={error(name)}
  />
)

const Wishes = (fields: Fields) => {
  const { t } = fields.voice
  return (
    <Fieldset legend={t('new.wishes')} hint={t('new.wishes.hint')}>
      <Field
        type="radios"
        name="scorer"
        label={t('choice.scorer')}
        value={fields.text('scorer')}
        error={fields.error('scorer')}
        options={scorerNames.map((name) => ({
          value: name,
          label: t(`scorer.${name}`),
          hint: t(`scorer.${name}.hint`),
        }))}
      />
      <Weight
        {...fields}
        name="wishesShare"
        percent
        ends={{ low: t('ends.circumstances'), high: t('ends.wishes') }}
      />
      {(['interests', 'sector', 'stage'] as const).map((name) => (
        <Weight {...fields} name={name} ends={{ low: t('ends.nothing'), high: t('ends.most') }} />
      ))}
    </Fieldset>
  )
}

const Circumstances = (fields: Fields) => {
  const { t } = fields.voice
  const ends = { low: t('ends.nothing'), high: t('ends.most') }
  return (
    <Fieldset legend={t('new.circumstances')} hint={t('new.circumstances.hint')}>
      <Weight {...fields} name="hours" ends={ends} />
      <Slider
        name="enoughHours"
        label={t('choice.enoughHours')}
        hint={t('choice.enoughHours.hint')}
        min={1}
        max={14}
        step={0.5}
        suffix={t('choice.hours-suffix')}
        value={fields.text('enoughHours')}
        error={fields.error('enoughHours')}
      />
      {(['languages', 'region', 'experience'] as const).map((name) => (
        <Weight {...fields} name={name} ends={ends} />
      ))}
    </Fieldset>
  )
}

const Fairness = (fields: Fields) => {
  const { t } = fields.voice
  return (
    <Fieldset legend={t('new.fairness')}>
      <Weight
        {...fields}
        name="lessSatisfiedShare"
        percent
        least={50}
        ends={{ low: t('ends.both'), high: t('ends.less') }}
      />
      <YesOrNo {...fields} name="worstFirst" />
    </Fieldset>
  )
}

const YesOrNo = ({ name, voice: { t }, text, error }: Fields & { name: 'worstFirst' | 'keepsPins' }) => (
  <Field
    type="radios"
    name={name}
    label={t(`choice.${name}`)}
    hint={t(`choice.${name}.hint`)}
    value={text(name)}
    error={error(name)}
    options={[
      { value: 'yes', label: t(`choice.${name}.yes`) },
      { value: 'no', label: t(`choice.${name}.no`) },
    ]}
  />
)

const hoursApart = [3, 4, 6, 8, 10]

/** The usual choices, and what the form starts with when that is another one. */
const withOwn = (values: readonly number[], own: string) =>
  [...new Set([...values, ...(/^\d+$/.test(own) ? [Number(own)] : [])])].sort((a, b) => a - b)

const Rules = (fields: Fields) => {
  const {
    voice: { t },
    text,
    error,
  } = fields
  return (
    <Fieldset legend={t('new.rules')} hint={t('new.rules.hint')}>
      <Field
        type="select"
        name="mostHoursApart"
        label={t('choice.mostHoursApart')}
        hint={t('choice.mostHoursApart.hint')}
        value={text('mostHoursApart')}
        error={error('mostHoursApart')}
        options={[
          { value: '', label: t('choice.any') },
          ...withOwn(hoursApart, text('mostHoursApart')).map((hours) => ({
            value: String(hours),
            label: t('choice.in-hours', { hours }),
          })),
        ]}
      />
      <Field
        type="radios"
        name="commonLanguages"
        label={t('choice.commonLanguages')}
        hint={t('choice.commonLanguages.hint')}
        value={text('commonLanguages')}
        error={error('commonLanguages')}
        options={(['1', '2'] as const).map((value) => ({
          value,
          label: t(`choice.commonLanguages.${value}`),
        }))}
      />
      <Field
        type="radios"
        name="oddOneOut"
        label={t('choice.oddOneOut')}
        hint={t('choice.oddOneOut.hint')}
        value={text('oddOneOut')}
        error={error('oddOneOut')}
        options={(['trio', 'reserve'] as const).map((value) => ({
          value,
          label: t(`choice.oddOneOut.${value}`),
        }))}
      />
    </Fieldset>
  )
}

const keepBonuses = [0, 300, 10_000]

const Kept = (fields: Fields) => {
  const {
    voice: { t },
    text,
    error,
  } = fields
  return (
    <Fieldset legend={t('new.kept')}>
      <YesOrNo {...fields} name="keepsPins" />
      <Field
        type="radios"
        name="keepBonus"
        label={t('choice.keepBonus')}
        hint={t('choice.keepBonus.hint')}
        value={text('keepBonus')}
        error={error('keepBonus')}
        options={withOwn(keepBonuses, text('keepBonus')).map((points) => ({
          value: String(points),
          label: t('choice.keepBonus.points', { points }),
        }))}
      />
    </Fieldset>
  )
}
