import { Field, Fieldset, Slider } from '../../../../ui/index.ts'
import { scorerNames } from '../../score/scorers/index.ts'
import type { Voice } from '../../telling.ts'

/** What every field of the form needs: a voice, what stands in it, and what is wrong with it in words. */
export type Fields = {
  voice: Voice
  text: (name: string) => string
  error: (name: string) => string | undefined
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

export const Wishes = (fields: Fields) => {
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

export const Circumstances = (fields: Fields) => {
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

export const Rules = (fields: Fields) => {
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

export const Kept = (fields: Fields) => {
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
