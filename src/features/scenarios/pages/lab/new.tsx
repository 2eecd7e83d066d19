import { formats } from '../../../../platform/formats.ts'
import { type FormState, formInWords, freshForm } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import { Actions, Button, Disclosure, Field, Form, type Frame, Notice } from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { labPath, newScenarioPath, scenarioPath } from '../../paths.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { type Choices, choicesOf } from '../../scenario/choices.ts'
import { type Preset, presets } from '../../scenario/presets.ts'
import type { Settings } from '../../scenario/settings.ts'
import type { Criterion } from '../../score/answers.ts'
import { words } from '../../words.ts'
import { type DeskCounts, DeskPage, labCrumbs } from '../desk.tsx'
import {
  Circumstances,
  Fairness,
  type Fields,
  fieldNames,
  Kept,
  type Labels,
  Rules,
  Wishes,
} from './fields.tsx'
import { scenarioName } from './telling.ts'

type NewProps = {
  frame: Frame
  round: Round
  counts: DeskCounts
  /** Questions of the round whose answers count. */
  criteria: readonly Criterion[]
  form: FormState
  /** A run that has to end first. */
  running: Scenario | null
  /** What the form starts with, where that is a preset or another scenario. */
  from?: Preset | number
}

/** What the form holds before anyone has typed. */
export const formOf = (settings: Settings, title = ''): FormState =>
  freshForm({
    title,
    ...Object.fromEntries(Object.entries(choicesOf(settings)).map(([name, value]) => [name, asTyped(value)])),
    seed: '',
  })

const asTyped = (value: Choices[keyof Choices]) =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** Field by field what a scenario may differ in, each with a sentence on what it does. */
export const NewScenarioPage = (props: NewProps) => {
  const { frame, round, counts, form, running, from } = props
  // Anyone who starts from another scenario wants to change single settings; a preset is run as it is.
  const isOpen = typeof from === 'number' || Object.keys(form.errors).length > 0
  const t = words(frame.locale)
  const voice = { t, f: formats(frame.locale, 'UTC'), locale: frame.locale }
  const labels = Object.fromEntries(fieldNames.map((name) => [name, t(`choice.${name}`)])) as Labels
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const fields: Fields = { voice, field, criteria: props.criteria }
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="lab"
      counts={counts}
      crumbs={labCrumbs(round, frame.locale)}
      title={t('new.title')}
      lead={t('new.lead')}
      faults={faults}
    >
      {running ? (
        <Notice tone="warning" title={t('new.running.title')}>
          {t('new.running')}{' '}
          <a href={scenarioPath(round.code, running.number)}>
            {t('new.running.link', { scenario: scenarioName(running, voice) })}
          </a>
        </Notice>
      ) : null}
      <Presets {...props} />
      <ChoicesForm {...{ frame, round, form, fields, isOpen }} />
    </DeskPage>
  )
}

type ChoicesProps = Pick<NewProps, 'frame' | 'round' | 'form'> & { fields: Fields; isOpen: boolean }

const ChoicesForm = ({ frame, round, form, fields, isOpen }: ChoicesProps) => {
  const t = words(frame.locale)
  const { field } = fields
  return (
    <Form action={newScenarioPath(round.code)} guard>
      <Field
        type="text"
        hint={t('choice.title.hint')}
        optional={platformWords(frame.locale)('form.optional')}
        {...field('title')}
      />
      <Disclosure summary={t('new.weights')} open={isOpen}>
        <Wishes {...fields} />
        <Circumstances {...fields} />
        <Fairness {...fields} />
        <Rules {...fields} />
        <Kept {...fields} />
      </Disclosure>
      <Disclosure summary={t('new.advanced')} open={form.errors.seed !== undefined}>
        <Field
          type="text"
          hint={t('choice.seed.hint')}
          optional={platformWords(frame.locale)('form.optional')}
          width="short"
          inputmode="numeric"
          dir="ltr"
          {...field('seed')}
        />
      </Disclosure>
      <Actions>
        <Button kind="primary">{t('new.run')}</Button>
        <a href={labPath(round.code)}>{t('new.back')}</a>
      </Actions>
    </Form>
  )
}

/** Ways to begin, each a whole. */
const Presets = ({ frame, round, from }: NewProps) => {
  const t = words(frame.locale)
  return (
    <nav aria-labelledby="presets">
      <h2 id="presets">{t('preset.title')}</h2>
      <p class="hint">{t('preset.hint')}</p>
      <ul>
        {presets.map((preset) => (
          <li>
            <a href={newScenarioPath(round.code, preset)} aria-current={from === preset ? 'true' : undefined}>
              {t(`preset.${preset}`)}
            </a>{' '}
            <span class="hint">{t(`preset.${preset}.hint`)}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}
