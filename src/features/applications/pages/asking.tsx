import type { Email } from '../../../platform/mail/index.ts'
import { listPage, pageWith } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf, platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Facts,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Pager,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { type Application, fullName } from '../application.ts'
import type { Desk } from '../desk.ts'
import { askPath, cleanPath, problemsPath, stopWaitingPath } from '../paths.ts'
import { type AskableKind, isAskable, isReachable, type Parked, type Question } from '../questions.ts'
import { problemsPerPage } from './per-page.ts'
import { chipOf, crumbsOf, type Voice, voiceOf } from './saying.ts'

type AskProps = {
  frame: Frame
  round: Round
  application: Application
  kind: AskableKind
  email: Email
  /** The page to go back to. */
  back: string
}

/** The question as it would go out, to be read before it is sent. */
export const AskPage = ({ frame, round, application, kind, email, back }: AskProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  return (
    <OfficePage
      frame={frame}
      title={t('ask.title', { name: fullName(application) || application.email })}
      lead={t('ask.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      <Facts
        facts={[
          { term: t('ask.about'), detail: t(`kind.${kind}`) },
          { term: t('ask.to'), detail: <bdi dir="ltr">{email.to}</bdi> },
          { term: t('ask.subject'), detail: <OwnWords lang={email.locale}>{email.subject}</OwnWords> },
        ]}
      />
      <pre class="letter" lang={email.locale} dir="auto">
        {email.text}
      </pre>
      <Form action={askPath(round.code, application.id)} hidden={{ kind, back }}>
        <Actions>
          <Button kind="primary">{t('ask.send')}</Button>
          <a href={back}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

type WayProps = { application: Application; kind: string; round: Round; back: string; voice: Voice }

/** How to ask someone about a problem: by an email that is ready, or in whatever way is left. */
export const WayToAsk = ({ application, kind, round, back, voice }: WayProps) => {
  const { t } = voice
  if (!isReachable(application)) {
    const { links } = application
    return (
      <p class="hint">
        {t(links === '' ? 'ask.no-way' : 'ask.other-way')} {links === '' ? null : <bdi>{links}</bdi>}
      </p>
    )
  }
  if (!isAskable(kind)) return null
  return (
    <p>
      <ButtonLink href={withQuery(askPath(round.code, application.id), { kind, back })}>
        {t('ask.link')}
      </ButtonLink>
    </p>
  )
}

type AskedProps = { question: Question; round: Round; back: string; voice: Voice; about?: string }

/** Since when a question waits for its answer, and the way to stop waiting. */
export const Asked = ({ question, round, back, voice, about }: AskedProps) => {
  const { t } = voice
  const { applicationId, kind } = question
  return (
    <Form action={stopWaitingPath(round.code, applicationId)} hidden={{ kind, back }}>
      <p>{askedInWords(question, voice)}</p>
      <Actions>
        <Button about={about}>{t('asked.stop')}</Button>
      </Actions>
    </Form>
  )
}

function askedInWords({ askedAt, askedBy, kind }: Question, { t, say, locale }: Voice) {
  // The email with the copy has asked it, unless somebody has asked again.
  if (askedBy === null && kind === 'unconfirmed-address')
    return t('asked.itself', { at: say.instant(askedAt) })
  const by = askedBy ?? platformWords(locale)('terminal')
  return t('asked.on', { at: say.instant(askedAt), by })
}

const askedPerPage = 20

type AskedTableProps = { desk: Desk; round: Round; voice: Voice; page: number }

/** Where a question is settled: on the page of its kind, among those that wait. */
function waitingPath({ desk, round }: AskedTableProps, { applicationId, problem: { kind } }: Parked): string {
  const ofKind = desk.parked.filter((one) => one.problem.kind === kind)
  const asked = pageWith(
    ofKind.findIndex((one) => one.applicationId === applicationId),
    problemsPerPage,
  )
  return `${problemsPath(round.code, kind, { asked: asked > 1 ? asked : undefined })}#${applicationId}`
}

/** Everything that waits for an answer, the longest first. */
export const AskedTable = (props: AskedTableProps) => {
  const { desk, round, voice } = props
  const { t } = voice
  const page = listPage(desk.parked, props.page, askedPerPage)
  if (desk.parked.length === 0) return null
  const who = ({ applicationId }: Parked) => {
    const application = desk.byId.get(applicationId)
    return application ? <PersonChip {...chipOf(application, voice, round)} /> : null
  }
  return (
    <section id="asked">
      <Table
        caption={t('asked.caption', { count: desk.parked.length })}
        rows={page.shown}
        columns={[
          { label: t('column.person'), head: true, cell: who },
          {
            label: t('ask.about'),
            cell: (one) => <a href={waitingPath(props, one)}>{t(`kind.${one.problem.kind}`)}</a>,
          },
          { label: t('asked.when'), cell: ({ question }) => askedInWords(question, voice) },
        ]}
      />
      <Pager
        {...pagerOf(voice.locale, page, (asked) => `${withQuery(cleanPath(round.code), { asked })}#asked`)}
      />
    </section>
  )
}
