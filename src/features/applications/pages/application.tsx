import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms.ts'
import { joining } from '../../../platform/joining.ts'
import {
  Actions,
  Button,
  Disclosure,
  Facts,
  Field,
  Form,
  type Frame,
  Notice,
  OfficePage,
  OwnWords,
  PersonChip,
} from '../../../ui/index.ts'
import { type GivenAnswer, tellAnswer } from '../../questions/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Answers, type Application, fullName, isLiving, type State } from '../application.ts'
import type { Problem } from '../checks.ts'
import { fold } from '../fold.ts'
import { dropReasons } from '../mends.ts'
import { applicationPath, dropPath, mendPath } from '../paths.ts'
import type { Unreachable } from '../queries/unreachable.ts'
import { type Editable, Editor, editable, ListsFor } from './fields.tsx'
import { type Behind, History, type MadeMend, Rows } from './history.tsx'
import { StateTag } from './list.tsx'
import {
  answerInWords,
  chipOf,
  crumbsOf,
  type ShownField,
  shownFields,
  type Voice,
  voiceOf,
} from './saying.ts'
import { UnreachableHere } from './unreachable.tsx'

type Props = {
  frame: Frame
  round: Round
  application: Application
  state: State
  problems: readonly Problem[]
  /** The one that stands for it, when it was merged. */
  mergedInto: Application | undefined
  /** Those that were merged into it. */
  standsFor: readonly Application[]
  mends: readonly MadeMend[]
  /** That emails do not reach whoever sent it; undefined when they do. */
  unreachable: Unreachable | undefined
  rows: readonly Behind[]
  /** To what its round asks of its own. */
  own: readonly GivenAnswer[]
  /** Former partners whom they would gladly meet again. */
  again: readonly { name: string }[]
  errors: FormState['errors']
  /** What stands in the form: the application's own, or what was typed and not taken. */
  answers: Answers
}

/** One application: its answers, what is wrong, what was changed, and how it came. */
export const ApplicationPage = (props: Props) => {
  const { frame, round, application, state, errors } = props
  const voice = voiceOf(frame, round)
  const { t, say } = voice
  const { field, faults } = voice.form({ values: {}, errors }, labelsOf(voice))
  return (
    <OfficePage
      frame={frame}
      title={fullName(application) || application.email || t('nameless')}
      lead={
        <>
          <StateTag state={state} voice={voice} />{' '}
          {t('application.sent', { at: say.instant(application.submittedAt) })}
        </>
      }
      crumbs={crumbsOf(round, voice, 'applications')}
      faults={faults}
    >
      {props.unreachable ? <UnreachableHere {...{ frame, round }} one={props.unreachable} /> : null}
      <Standing {...props} voice={voice} />
      <StandsFor {...props} voice={voice} />
      <Facts
        facts={[
          ...factsOf(application, voice),
          ...ownFacts(props.own, voice),
          ...againFacts(props.again, voice),
        ]}
      />
      {isLiving(application) ? (
        <EditForm {...props} voice={voice} errorOf={(name) => field(name).error} />
      ) : null}
      {isLiving(application) && application.acceptedAt === null ? (
        <DropForm round={round} application={application} voice={voice} error={field('reason').error} />
      ) : null}
      <History {...props} voice={voice} />
      <Rows rows={props.rows} voice={voice} />
    </OfficePage>
  )
}

type Part = Props & { voice: Voice }

const labelsOf = ({ t }: Voice) => ({
  ...(Object.fromEntries(editable.map((name) => [name, t(`field.${name}`)])) as Record<Editable, string>),
  reason: t('drop.reason'),
})

const Standing = ({ problems, mergedInto, round, voice }: Part) => {
  const { t } = voice
  const { labelled } = joining(voice.locale)
  if (mergedInto) {
    return (
      <Notice>
        <p>
          {t('application.merged')}{' '}
          <PersonChip name={fullName(mergedInto)} href={applicationPath(round.code, mergedInto.id)} />
        </p>
      </Notice>
    )
  }
  if (problems.length === 0) return null
  return (
    <Notice tone="warning" title={t('application.problems', { count: problems.length })}>
      <ul>
        {problems.map(({ kind, written }) => (
          <li>
            {written === '' ? t(`kind.${kind}`) : labelled(t(`kind.${kind}`))}
            {written === '' ? null : <bdi>{written}</bdi>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Whose application this was too, by the name and the address they gave there. */
const StandsFor = ({ standsFor, round, voice }: Part) => {
  const { t, say } = voice
  if (standsFor.length === 0) return null
  return (
    <Notice>
      <p>{t('application.stands-for')}</p>
      <ul>
        {standsFor.map((one) => (
          <li>
            <PersonChip {...chipOf(one, voice, round)} /> <bdi dir="ltr">{one.email}</bdi>,{' '}
            {t('application.sent', { at: say.instant(one.submittedAt) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const factsOf = (application: Application, voice: Voice) =>
  shownFields
    .map((field) => ({ term: voice.t(`field.${field}`), detail: detailOf(application, field, voice) }))
    .filter(({ detail }) => detail !== null)

const againFacts = (again: readonly { name: string }[], { t, say }: Voice) =>
  again.length === 0
    ? []
    : [
        {
          term: t('application.again'),
          detail: say.names(again.map(({ name }) => name)),
        },
      ]

const ownFacts = (own: readonly GivenAnswer[], { locale }: Voice) =>
  own.map((given) => {
    const { question, answer, isOwnWords } = tellAnswer(given, locale)
    return { term: question, detail: isOwnWords ? <OwnWords>{answer}</OwnWords> : <bdi>{answer}</bdi> }
  })

/** What people wrote themselves, in whatever language. */
const isOwnWords = (field: ShownField) =>
  ['workplace', 'jobTitle', 'about', 'wishNote', 'heardFrom'].includes(field)

function detailOf(application: Application, field: ShownField, voice: Voice): Child | null {
  const text = answerInWords(application, field, voice)
  if (text === '') return null
  const written = writtenOf(application, field) ?? text
  return fold(written) === fold(text) || written === '' ? (
    isOwnWords(field) ? (
      <OwnWords>{text}</OwnWords>
    ) : (
      <bdi>{text}</bdi>
    )
  ) : (
    <>
      {text} <span class="hint">{voice.t('application.written', { text: written })}</span>
    </>
  )
}

/** The words of the person behind an answer that was read out of them. */
function writtenOf(application: Application, field: ShownField): string | undefined {
  const { countryWritten, sectorWritten, acceptsCodeWritten, sharesEmailWritten } = application
  return {
    country: countryWritten,
    sector: sectorWritten,
    acceptsCode: acceptsCodeWritten,
    sharesEmail: sharesEmailWritten,
  }[field as string]
}

type EditProps = Part & { errorOf: (field: Editable) => string | undefined }

const EditForm = ({ round, application, answers, errorOf, voice }: EditProps) => {
  const { t } = voice
  return (
    <Disclosure summary={t('application.edit')} open={editable.some(errorOf)}>
      <Form
        action={mendPath(round.code, application.id)}
        hidden={{ has: editable.join(','), back: applicationPath(round.code, application.id) }}
        guard
      >
        <ListsFor fields={editable} voice={voice} />
        {editable.map((field) => (
          <Editor field={field} answers={answers} voice={voice} error={errorOf(field)} />
        ))}
        <Actions>
          <Button kind="primary">{t('application.save')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const DropForm = ({
  round,
  application,
  voice,
  error,
}: {
  round: Round
  application: Application
  voice: Voice
  error: string | undefined
}) => {
  const { t } = voice
  return (
    <Disclosure summary={t('application.drop')} open={error !== undefined}>
      <Form
        action={dropPath(round.code, application.id)}
        hidden={{ back: applicationPath(round.code, application.id) }}
      >
        <Field
          type="select"
          name="reason"
          label={t('drop.reason')}
          hint={t('drop.hint')}
          error={error}
          placeholder={t('choose')}
          options={dropReasons.map((reason) => ({ value: reason, label: t(`drop.${reason}`) }))}
        />
        <Actions>
          <Button>{t('drop.submit')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
