import { type Formats, formats } from '../../../platform/formats.ts'
import { Actions, Button, ButtonLink, Form, Steps } from '../../../ui/index.ts'
import { announceRoundPath, officeRoundPath, rematchPath } from '../../rounds/index.ts'
import { nextStep, type RoundStanding, type StepName, stepsOf } from '../desk.ts'
import { type DeskWords, words } from '../words.ts'

type Piece = { standing: RoundStanding; locale: string; seesTopics: boolean }

/** How far a round is, step by step. */
export const RoundSteps = ({ standing, locale, seesTopics }: Piece) => {
  const t = words(locale)
  const say = formats(locale, 'UTC')
  return (
    <Steps
      label={t('round.steps', { round: standing.round.title })}
      words={{ done: t('step.done'), now: t('step.now'), next: t('step.next') }}
      steps={stepsOf(standing).map(({ name, state }) => ({
        label: t(`step.${name}`),
        state,
        note: noteOf(name, standing, t, say),
        href: isOpen(name, seesTopics) ? addressOf(name, standing.round.code) : undefined,
      }))}
    />
  )
}

/** Announcing has no page, and not everybody sees topics. */
const isOpen = (name: StepName, seesTopics: boolean) =>
  name !== 'announce' && (name !== 'topic' || seesTopics)

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
  return released
    ? t('note.sent', { sent: say.number(released.sent), mails: say.number(released.mails) })
    : undefined
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

/** The one thing to do next, with its button. Only the first on a page is the primary one. */
export const NextStep = (props: Piece & { isFirst: boolean; level?: 2 | 3 }) => {
  const { standing, locale, seesTopics, isFirst, level = 3 } = props
  const Title = `h${level}` as const
  const t = words(locale)
  const say = formats(locale, standing.round.zone)
  const next = nextStep(standing)
  const kind = isFirst ? 'primary' : 'quiet'
  const { code } = standing.round
  const args = argsOf(next, standing, say)
  return (
    <div class="next-step">
      <Title>{t(`next.${next ?? 'none'}.title`, args)}</Title>
      <p>{t(`next.${next ?? 'none'}.text`, args)}</p>
      {next === 'announce' ? (
        <Form action={announceRoundPath(code)}>
          <Actions>
            <Button kind={kind}>{t('next.announce.button', args)}</Button>
          </Actions>
        </Form>
      ) : null}
      {next !== null && isOpen(next, seesTopics) ? (
        <Actions>
          <ButtonLink
            href={next === 'import' ? `${addressOf(next, code)}/import` : addressOf(next, code)}
            kind={kind}
          >
            {t(`next.${next}.button`, args)}
          </ButtonLink>
          {next === 'release' ? (
            <ButtonLink href={addressOf('match', code)}>{t('next.look.button')}</ButtonLink>
          ) : null}
        </Actions>
      ) : null}
    </div>
  )
}

/** While a released round runs: how many have no partner, and where they find one. Nothing at any other time. */
export const Rematch = ({ standing, locale }: { standing: RoundStanding; locale: string }) => {
  const { round, phase, released, withoutPartner } = standing
  const t = words(locale)
  if (!released || phase === 'ended') return null
  return (
    <div class="next-step">
      <h2>{t('rematch.title', { count: withoutPartner })}</h2>
      <p>{t('rematch.text')}</p>
      <Actions>
        <ButtonLink href={rematchPath(round.code)}>{t('rematch.button')}</ButtonLink>
      </Actions>
    </div>
  )
}

function argsOf(next: StepName | null, standing: RoundStanding, say: Formats) {
  const { round, toClean, ready, accepted, proposal, topics } = standing
  const counts = { clean: toClean, cap: ready, match: accepted, release: proposal?.pairs ?? 0 }
  return {
    code: round.code,
    count: next !== null && next in counts ? counts[next as keyof typeof counts] : 0,
    percent: say.percent(round.capPercent / 100),
    day: dayFor(next, standing, say),
    due: topics.due - topics.published,
  }
}

function dayFor(next: StepName | null, { round, topics }: RoundStanding, say: Formats): string {
  if (next === 'import') return say.instant(round.applyUntil)
  return say.day(next === 'release' ? round.startsOn : (topics.nextDueOn ?? round.endsOn))
}
