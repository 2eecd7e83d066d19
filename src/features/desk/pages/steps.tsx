import { type Formats, formats } from '../../../platform/formats.ts'
import { Actions, Button, ButtonLink, Form, Steps } from '../../../ui/index.ts'
import { announceRoundPath, deadline, officeRoundPath, rematchPath, roundInText } from '../../rounds/index.ts'
import { nextStep, type RoundStanding, type StepName, stepsOf } from '../desk.ts'
import { type DeskWords, words } from '../words.ts'

type Piece = { standing: RoundStanding; locale: string }
type Next = NonNullable<ReturnType<typeof nextStep>>

/** How far a round is, step by step. */
export const RoundSteps = ({ standing, locale }: Piece) => {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return (
    <Steps
      label={t('round.steps', { round: roundInText(locale, standing.round) })}
      words={{ done: t('step.done'), now: t('step.now'), next: t('step.next') }}
      steps={stepsOf(standing).map(({ name, state }) => ({
        label: t(`step.${name}`),
        state,
        note: noteOf(name, standing, t, say),
        // Announcing has no page of its own.
        href: name === 'announce' ? undefined : addressOf(name, standing.round.code),
      }))}
    />
  )
}

const addressOf = (name: StepName, code: string): string =>
  ({
    announce: officeRoundPath(code),
    import: `${officeRoundPath(code)}/applications`,
    clean: `${officeRoundPath(code)}/applications/clean`,
    cap: `${officeRoundPath(code)}/cap`,
    match: `${officeRoundPath(code)}/matching`,
    release: `${officeRoundPath(code)}/release`,
    topic: `/office/topics/${code}`,
  })[name]

/** One short note under a step; nothing where there is nothing to say yet. */
function noteOf(name: StepName, standing: RoundStanding, t: DeskWords, say: Formats): string | undefined {
  const { round, applications, toClean, ready, accepted, waiting, proposal, released, topics } = standing
  if (name === 'announce') return round.announcedAt ? t('note.announced') : undefined
  if (name === 'topic')
    return topics.published > 0
      ? t('note.topics', { published: topics.published, due: topics.due })
      : dueNote(topics.nextDueOn, t, say)
  if (applications === 0) return undefined
  if (name === 'import') return t('note.applications', { count: applications })
  if (name === 'clean') return t('note.to-clean', { count: toClean })
  if (name === 'cap') return capNote({ accepted, waiting, ready }, t)
  if (name === 'match') return proposal ? t('note.proposal', proposal) : undefined
  return released ? t('note.sent', { sent: say.number(released.sent), mails: released.mails }) : undefined
}

function capNote(
  { accepted, waiting, ready }: { accepted: number; waiting: number; ready: number },
  t: DeskWords,
) {
  if (accepted > 0) return t('note.accepted', { accepted, waiting })
  return ready > 0 ? t('note.ready', { count: ready }) : undefined
}

const dueNote = (day: string | null, t: DeskWords, say: Formats) =>
  day ? t('note.due', { day: say.shortDay(day) }) : undefined

type NextProps = Piece & {
  /** Whether nothing at all is open in the round. */
  isAllDone: boolean
}

/** The one thing to do next, with its button. Nothing when what is open holds up no step. */
export const NextStep = ({ standing, locale, isAllDone }: NextProps) => {
  const t = words(locale)
  const next = nextStep(standing)
  if (next === null && !isAllDone) return null
  if (standing.phase === 'ended')
    return (
      <div class="next-step">
        <h2>{t('next.ended.title')}</h2>
        <p>{t('next.ended.text')}</p>
      </div>
    )
  const args = argsOf(next, standing, locale)
  return (
    <div class="next-step">
      <h2>{t(`next.${next ?? 'none'}.title`, args)}</h2>
      <p>{t(`next.${next ?? 'none'}.text`, args)}</p>
      {next === null ? null : <NextAct next={next} standing={standing} locale={locale} args={args} />}
    </div>
  )
}

type ActProps = Piece & { next: Next; args: ReturnType<typeof argsOf> }

const NextAct = ({ next, standing, locale, args }: ActProps) => {
  const t = words(locale)
  const { code } = standing.round
  if (next === 'announce')
    return (
      <Form action={announceRoundPath(code)}>
        <Actions>
          <Button kind="primary">{t('next.announce.button', args)}</Button>
        </Actions>
      </Form>
    )
  const address = next === 'rematch' ? rematchPath(code) : addressOf(next, code)
  return (
    <Actions>
      <ButtonLink href={next === 'import' ? `${address}/import` : address} kind="primary">
        {t(`next.${next}.button`)}
      </ButtonLink>
      {next === 'clean' && standing.ready > 0 ? (
        <ButtonLink href={addressOf('cap', code)}>
          {t('next.ready.button', { count: standing.ready })}
        </ButtonLink>
      ) : null}
      {next === 'release' ? (
        <ButtonLink href={addressOf('match', code)}>{t('next.look.button')}</ButtonLink>
      ) : null}
    </Actions>
  )
}

function argsOf(next: Next | null, standing: RoundStanding, locale: string) {
  const say = formats(locale, standing.round.zone)
  const { round, toClean, ready, accepted, proposal, withoutPartner, topics } = standing
  const counts = {
    clean: toClean,
    cap: ready,
    match: accepted,
    release: proposal?.pairs ?? 0,
    rematch: withoutPartner,
  }
  return {
    code: round.code,
    count: next !== null && next in counts ? counts[next as keyof typeof counts] : 0,
    percent: say.percent(round.capPercent / 100),
    day: next === 'import' ? deadline(locale, round) : dayFor(next, standing, say),
    due: topics.due - topics.published,
  }
}

function dayFor(next: Next | null, { round, topics }: RoundStanding, say: Formats): string {
  return say.day(next === 'release' ? round.startsOn : (topics.nextDueOn ?? round.endsOn))
}
