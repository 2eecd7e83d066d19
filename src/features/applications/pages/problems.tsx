import type { FormState } from '../../../platform/forms.ts'
import { type ListPage, listPage, pageWith } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  Disclosure,
  Field,
  Form,
  type Frame,
  fieldId,
  OfficePage,
  Pager,
  PersonChip,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Answers, Application } from '../application.ts'
import type { Problem, ProblemKind } from '../checks.ts'
import { type Desk, leftOn } from '../desk.ts'
import { dropReasons } from '../mends.ts'
import { dropPath, mendPath, problemsPath } from '../paths.ts'
import type { ToldBatch } from '../queries/changes.ts'
import type { Question } from '../questions.ts'
import { Asked, WayToAsk } from './asking.tsx'
import { Correction } from './correction.tsx'
import { LatestChange, LeftBar, NothingLeft } from './desk.tsx'
import { backToNext, DeskKeys } from './desk-keys.tsx'
import { type Editable, Editor, editable, ListsFor } from './fields.tsx'
import { problemsPerPage } from './per-page.ts'
import { changeInWords, chipOf, crumbsOf, type Voice, voiceOf } from './saying.ts'

/** Which answers settle a problem. */
const fieldsFor: Record<Exclude<ProblemKind, 'corrected-row'>, readonly Editable[]> = {
  'unconfirmed-address': ['unconfirmedSince'],
  'garbled-text': ['givenName', 'familyName', 'email', 'workplace', 'jobTitle'],
  'swapped-fields': ['givenName', 'familyName', 'country', 'email'],
  'bad-address': ['email'],
  'missing-name': ['givenName', 'familyName'],
  'unknown-country': ['country'],
  'unknown-zone': ['zone'],
  'unknown-sector': ['sector'],
  'unknown-stage': ['stage'],
  'unknown-language': ['languages'],
  'no-language': ['languages'],
  'unknown-interest': ['interests'],
  'too-many-interests': ['interests'],
  'missing-consent': ['acceptsCode'],
  'unread-sharing': ['sharesEmail'],
}

type Props = {
  frame: Frame
  round: Round
  desk: Desk
  kind: ProblemKind
  settled: number
  latest: ToldBatch | undefined
  /** Which page of each list; where a form came back, the page with it. */
  pages: { open: number; asked: number }
  /** One whose mend was refused: what was typed, and the codes of what is wrong with it. */
  returned?: Returned
}
type Returned = { id: string; answers: Answers; errors: FormState['errors'] }

/** All problems of one kind, each with the fields that mend it, filled in with what was probably meant. */
export const ProblemsPage = (props: Props) => {
  const { frame, round, desk, kind, settled, latest, returned } = props
  const voice = voiceOf(frame, round)
  const { t } = voice
  const found = [...desk.problems].flatMap(([id, problems]) => {
    const application = desk.byId.get(id)
    const problem = problems.find((one) => one.kind === kind)
    return application && problem ? [{ application, problem }] : []
  })
  const parked = desk.parked.flatMap(({ applicationId, problem, question }) => {
    const application = desk.byId.get(applicationId)
    return application && problem.kind === kind ? [{ application, problem, question }] : []
  })
  const open = pageOf(found, props.pages.open, returned)
  const asked = pageOf(parked, props.pages.asked, returned)
  const at = { page: open.page > 1 ? open.page : undefined, asked: asked.page > 1 ? asked.page : undefined }
  const to = (changed: Partial<typeof at>) => problemsPath(round.code, kind, { ...at, ...changed })
  const back = to({})
  const pager = pagerOf(frame.locale, open, (page) => to({ page }))
  return (
    <OfficePage
      frame={frame}
      title={t(`kind.${kind}`)}
      part={open.pages > 1 ? pager.position : undefined}
      lead={t(`kind.${kind}.about`)}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
      faults={returned ? formOf(returned, voice).faults : []}
    >
      <LeftBar left={leftOn(desk)} settled={settled} voice={voice} />
      <LatestChange round={round} latest={latest} back={back} voice={voice} />
      {found.length === 0 ? <NothingLeft round={round} voice={voice} /> : null}
      {found.length > 0 ? <DeskKeys keys={['accept', 'undo']} voice={voice} /> : null}
      {kind === 'corrected-row' ? null : <ListsFor fields={fieldsFor[kind]} voice={voice} />}
      <ProblemList {...{ round, voice, returned, back }} items={open.shown} keys />
      <Pager {...pager} />
      {parked.length > 0 ? (
        <section id="asked">
          <h2>{t('asked.caption', { count: parked.length })}</h2>
          <ProblemList {...{ round, voice, returned, back }} items={asked.shown} />
          <Pager {...pagerOf(frame.locale, asked, (page) => `${to({ asked: page })}#asked`)} />
        </section>
      ) : null}
    </OfficePage>
  )
}

type Item = Pick<SettlingProps, 'application' | 'problem' | 'question'>

/** The page that was asked for, or the one with the form that came back. */
function pageOf(items: readonly Item[], asked: number, returned: Returned | undefined): ListPage<Item> {
  const place = items.findIndex(({ application }) => application.id === returned?.id)
  return listPage(items, place < 0 ? asked : pageWith(place, problemsPerPage), problemsPerPage)
}

type ListProps = {
  items: readonly Item[]
  round: Round
  back: string
  voice: Voice
  returned: Returned | undefined
  /** Whether letters act on the item that has the focus, and an act leads to the next. */
  keys?: boolean
}

const ProblemList = ({ items, round, back, voice, returned, keys }: ListProps) => (
  <ol class="desk-list" data-keys={keys ? '' : undefined}>
    {items.map((one, at) => (
      <li id={one.application.id} tabindex={-1}>
        <Settling
          {...one}
          round={round}
          back={keys ? backToNext(back, items[at + 1]?.application.id) : back}
          voice={voice}
          returned={returned?.id === one.application.id ? returned : undefined}
        />
      </li>
    ))}
  </ol>
)

/** What came back, its fields named after whose they are. */
function formOf({ id, errors }: Returned, voice: Voice) {
  const ofPerson = (name: string) => `${name}-${id}`
  const labels = Object.fromEntries(editable.map((name) => [ofPerson(name), voice.t(`field.${name}`)]))
  const named = Object.fromEntries(Object.entries(errors).map(([name, code]) => [ofPerson(name), code]))
  return voice.form({ values: {}, errors: named }, labels)
}

type SettlingProps = {
  application: Application
  problem: Problem
  round: Round
  back: string
  voice: Voice
  returned: Returned | undefined
  /** What was asked about it, and is not answered. */
  question?: Question
}

const Settling = (props: SettlingProps) => {
  const { kind } = props.problem
  return kind === 'corrected-row' ? <Correction {...props} /> : <OneProblem {...props} kind={kind} />
}

type OneProps = SettlingProps & { kind: Exclude<ProblemKind, 'corrected-row'> }

const OneProblem = ({ application, problem, kind, round, back, voice, returned, question }: OneProps) => {
  const { t, say } = voice
  const { written, suggestion } = problem
  const fields = fieldsFor[kind]
  // An address that says nothing is not worth correcting: the field waits for one.
  const cleared = kind === 'bad-address' && suggestion === null ? { email: '' } : {}
  const answers = returned?.answers ?? { ...application, ...cleared, ...suggestion }
  const form = returned && formOf(returned, voice)
  const shown =
    kind === 'swapped-fields' && suggestion && !('email' in suggestion)
      ? fields.filter((field) => field !== 'email')
      : fields
  const who = `who-${application.id}`
  return (
    <article class="desk-item" aria-labelledby={who}>
      <h2 class="desk-item-who" id={who}>
        <PersonChip {...chipOf(application, voice, round)} />
      </h2>
      <p>
        {written === '' ? (
          t('problems.sent', { at: say.instant(application.submittedAt) })
        ) : (
          <>
            {t('problems.written')} <bdi class="written">{written}</bdi>
          </>
        )}
      </p>
      {suggestion ? (
        <p>
          {t('problems.suggestion')} <bdi>{changeInWords(application, suggestion, voice)}</bdi>
        </p>
      ) : null}
      <Form action={mendPath(round.code, application.id)} hidden={{ kind, back, has: shown.join(',') }}>
        {shown.map((field) => (
          <Editor
            field={field}
            answers={answers}
            voice={voice}
            id={fieldId(`${field}-${application.id}`)}
            error={form?.field(`${field}-${application.id}`).error}
          />
        ))}
        <Actions>
          <Button kind={suggestion ? 'primary' : 'quiet'} shortcut="a" about={who}>
            {t(suggestion ? 'problems.accept' : 'problems.save')}
          </Button>
        </Actions>
      </Form>
      {question ? (
        <Asked {...{ question, round, back, voice }} about={who} />
      ) : suggestion === null ? (
        <WayToAsk {...{ application, kind, round, back, voice }} />
      ) : null}
      <Drop {...{ application, kind, round, back, voice, who }} isOpen={suggestion === null} />
    </article>
  )
}

type DropProps = Pick<OneProps, 'application' | 'kind' | 'round' | 'back' | 'voice'> & {
  /** Id of what names the person. */
  who: string
  isOpen: boolean
}

/** The way out where a problem cannot be solved. */
const Drop = ({ application, kind, round, back, voice, who, isOpen }: DropProps) => {
  const { t } = voice
  return (
    <Disclosure
      summary={t('application.drop')}
      open={isOpen && (kind === 'bad-address' || kind === 'missing-consent')}
    >
      <Form action={dropPath(round.code, application.id)} hidden={{ back }}>
        <Field
          type="select"
          name="reason"
          id={`reason-${application.id}`}
          label={t('drop.reason')}
          hint={t('drop.hint')}
          value={kind === 'bad-address' ? 'no-address' : kind === 'missing-consent' ? 'no-consent' : ''}
          placeholder={t('choose')}
          options={dropReasons.map((reason) => ({ value: reason, label: t(`drop.${reason}`) }))}
        />
        <Actions>
          <Button about={who}>{t('drop.submit')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
