import { isolate } from '../../../../platform/bidi.ts'
import type { FormField } from '../../../../platform/forms.ts'
import { Field, Fieldset, Slider } from '../../../../ui/index.ts'
import { saidIn } from '../../../questions/index.ts'
import type { Criterion } from '../../score/answers.ts'
import { scorerNames } from '../../score/scorers/index.ts'
import type { Voice } from '../../telling.ts'

/** The fields of the form, in their order. */
export const fieldNames = [
  'title',
  'scorer',
  'wishesShare',
  'interests',
  'sector',
  'stage',
  'hours',
  'enoughHours',
  'languages',
  'region',
  'experience',
  'questions',
  'lessSatisfiedShare',
  'worstFirst',
  'mostHoursApart',
  'commonLanguages',
  'oddOneOut',
  'keepsPins',
  'keepBonus',
  'seed',
] as const
type FieldName = (typeof fieldNames)[number]
export type Labels = Record<FieldName, string>

/** What every field of the form needs: a voice, and what it is given of its form. */
export type Fields = {
  voice: Voice
  field: (name: FieldName) => FormField
  /** Questions of the round whose answers count. */
  criteria: readonly Criterion[]
}

type WeightName =
  | 'wishesShare'
  | 'interests'
  | 'sector'
  | 'stage'
  | 'hours'
  | 'languages'
  | 'region'
  | 'experience'
  | 'questions'
  | 'lessSatisfiedShare'

const Weight = ({
  name,
  percent,
  least = 0,
  ends,
  voice,
  field,
}: Fields & {
  name: WeightName
  percent?: boolean
  least?: number
  ends: { low: string; high: string }
}) => (
  <Slider
    hint={voice.t(`choice.${name}.hint`)}
    min={least}
    max={100}
    step={percent ? 5 : 1}
    suffix={percent ? '%' : undefined}
    ends={ends}
    {...field(name)}
  />
)

export const Wishes = (fields: Fields) => {
  const { t } = fields.voice
  return (
    <Fieldset legend={t('new.wishes')} hint={t('new.wishes.hint')}>
      <Field
        type="radios"
        {...fields.field('scorer')}
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

export const Circumstances = (fields: Fields) => {
  const { t } = fields.voice
  const ends = { low: t('ends.nothing'), high: t('ends.most') }
  return (
    <Fieldset legend={t('new.circumstances')} hint={t('new.circumstances.hint')}>
      <Weight {...fields} name="hours" ends={ends} />
      <Slider
        hint={t('choice.enoughHours.hint')}
        min={1}
        max={14}
        step={0.5}
        suffix={t('choice.hours-suffix')}
        {...fields.field('enoughHours')}
      />
      {(['languages', 'region', 'experience'] as const).map((name) => (
        <Weight {...fields} name={name} ends={ends} />
      ))}
      <Weight {...fields} name="questions" percent ends={{ ...ends, high: t('ends.own') }} />
      {fields.criteria.length > 0 ? (
        <ul>
          {fields.criteria.map(({ label, weight }) => (
            <li>
              {t('new.criterion', {
                question: isolate(saidIn(label, fields.voice.locale) ?? '', fields.voice.locale),
                weight,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </Fieldset>
  )
}

export const Fairness = (fields: Fields) => {
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

const YesOrNo = ({ name, voice: { t }, field }: Fields & { name: 'worstFirst' | 'keepsPins' }) => (
  <Field
    type="radios"
    hint={t(`choice.${name}.hint`)}
    {...field(name)}
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

export const Rules = (fields: Fields) => {
  const {
    voice: { t },
    field,
  } = fields
  return (
    <Fieldset legend={t('new.rules')} hint={t('new.rules.hint')}>
      <Field
        type="select"
        hint={t('choice.mostHoursApart.hint')}
        {...field('mostHoursApart')}
        options={[
          { value: '', label: t('choice.any') },
          ...withOwn(hoursApart, field('mostHoursApart').value).map((hours) => ({
            value: String(hours),
            label: t('choice.in-hours', { hours }),
          })),
        ]}
      />
      <Field
        type="radios"
        hint={t('choice.commonLanguages.hint')}
        {...field('commonLanguages')}
        options={(['1', '2'] as const).map((value) => ({
          value,
          label: t(`choice.commonLanguages.${value}`),
        }))}
      />
      <Field
        type="radios"
        hint={t('choice.oddOneOut.hint')}
        {...field('oddOneOut')}
        options={(['trio', 'reserve'] as const).map((value) => ({
          value,
          label: t(`choice.oddOneOut.${value}`),
        }))}
      />
    </Fieldset>
  )
}

const keepBonuses = [0, 300, 10_000]

export const Kept = (fields: Fields) => {
  const {
    voice: { t },
    field,
  } = fields
  return (
    <Fieldset legend={t('new.kept')}>
      <YesOrNo {...fields} name="keepsPins" />
      <Field
        type="radios"
        hint={t('choice.keepBonus.hint')}
        {...field('keepBonus')}
        options={withOwn(keepBonuses, field('keepBonus').value).map((points) => ({
          value: String(points),
          label: t('choice.keepBonus.points', { points }),
        }))}
      />
    </Fieldset>
  )
}
