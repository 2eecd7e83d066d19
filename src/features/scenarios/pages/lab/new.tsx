import { formats } from '../../../../platform/formats.ts'
import type { Typed } from '../../../../platform/forms.ts'
import { errorWords, platformWords } from '../../../../platform/say.ts'
import {
  Actions,
  Button,
  Disclosure,
  ErrorSummary,
  Field,
  Form,
  type Frame,
  Notice,
} from '../../../../ui/index.ts'
import type { Round } from '../../../rounds/index.ts'
import { labPath, newScenarioPath, scenarioPath } from '../../paths.ts'
import type { Scenario } from '../../queries/scenarios.ts'
import { type Choices, choicesOf } from '../../scenario/choices.ts'
import type { Settings } from '../../scenario/settings.ts'
import { mostTitleLetters } from '../../schema.ts'
import { words } from '../../words.ts'
import { type DeskCounts, DeskPage, labCrumbs } from '../desk.tsx'
import { Circumstances, Fairness, type Fields, Kept, Rules, Wishes } from './fields.tsx'
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
  ...Object.fromEntries(Object.entries(choicesOf(settings)).map(([name, value]) => [name, asTyped(value)])),
  seed: '',
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

type FieldName = keyof Choices | 'title' | 'seed'
const labelOf = (name: string) => `choice.${name as FieldName}` as const
