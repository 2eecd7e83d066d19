import type { FormField } from '../../../platform/forms.ts'
import { withQuery } from '../../../platform/paths.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, ButtonLink, Confirm, Field, Form, Notice, Table } from '../../../ui/index.ts'
import { matchingPath, officeRoundPath, type Round, rematchPath } from '../../rounds/index.ts'
import type { Unanswered } from '../desk.ts'
import { applyCapPath, capPath } from '../paths.ts'
import type { CapMeter } from '../queries/cap.ts'
import type { Voice } from './saying.ts'
import { UnansweredNotice } from './unanswered.tsx'

type Part = { round: Round; meter: CapMeter; voice: Voice }

/**
 * Whether the cap is to be applied (`due`), has been (`done`), cannot be any more (`released`), or whether this is a
 * look at another percentage that would move nobody (`preview`).
 */
export function stageOf(round: Round, { isReleased, change, outcome }: CapMeter) {
  if (isReleased) return 'released'
  if (change.toAccept + change.toWait > 0) return 'due'
  return outcome.percent === round.capPercent ? 'done' : 'preview'
}

/** What is to be done now, before all figures: the act itself, or the way on when it was done. */
export const Standing = (part: Part) => {
  const { round, meter, voice } = part
  const stage = stageOf(round, meter)
  const acts = { due: Apply, done: Done, preview: Preview, released: Released }
  const Act = acts[stage]
  return (
    <>
      <Act {...part} />
      <UnansweredNotice locale={voice.locale} round={round} unanswered={leftOut(meter)}>
        {voice.t(`cap.unanswered.${stage}`)}
      </UnansweredNotice>
    </>
  )
}

/** Those whom applying the cap does not answer. Who waits has been told so. */
function leftOut({ unanswered, isReleased }: CapMeter): Unanswered {
  return { ...unanswered, waiting: [], ready: isReleased ? unanswered.ready : [] }
}

const submitOf = ({ meter: { change }, voice }: Part) =>
  voice.t('cap.apply.submit', { accept: change.toAccept, wait: change.toWait })

const percentOf = ({ meter }: Part) => ({ percent: String(meter.outcome.percent) })

/** A dangerous act: says what will happen, to whom, and that mails cannot be called back. */
const Apply = (part: Part) => {
  const { round, meter, voice } = part
  const { t, say } = voice
  const { toAccept, toWait } = meter.change
  const unclean = meter.unanswered.problem.length + meter.unanswered.asked.length
  return (
    <Confirm
      action={applyCapPath(round.code)}
      hidden={percentOf(part)}
      words={confirmWords(voice.locale)}
      what={[
        t('cap.apply.accept', { count: toAccept }),
        t('cap.apply.wait', { count: toWait }),
        ...(unclean > 0 ? [t('cap.apply.problems', { count: unclean })] : []),
      ]}
      whom={t('cap.apply.whom.text', {
        count: toAccept + toWait,
        percent: say.percent(meter.outcome.percent / 100),
      })}
      undo={t('cap.apply.undo.text')}
      button={submitOf(part)}
      cancel={{ href: officeRoundPath(round.code), label: platformWords(voice.locale)('cancel') }}
    />
  )
}

/** The act once more, for whoever has read the page to its end. */
export const ApplyAgain = (part: Part) =>
  stageOf(part.round, part.meter) === 'due' ? (
    <Form action={applyCapPath(part.round.code)} hidden={percentOf(part)}>
      <p>{part.voice.t('cap.apply.undo.text')}</p>
      <Actions>
        <Button kind="primary">{submitOf(part)}</Button>
      </Actions>
    </Form>
  ) : null

const Done = ({ round, meter, voice }: Part) => {
  const { t } = voice
  const { accepted, waiting } = meter.outcome
  const next = (
    <ButtonLink href={matchingPath(round.code)} kind="primary">
      {t('cap.done.next')}
    </ButtonLink>
  )
  return (
    <Notice tone="success" title={t('cap.done.title')} actions={next}>
      {t('cap.done.text', { accepted: accepted.length, waiting: waiting.length })}
    </Notice>
  )
}

const Preview = ({ round, meter, voice }: Part) => {
  const { t, say } = voice
  return (
    <Notice actions={<a href={capPath(round.code)}>{t('cap.preview.back')}</a>}>
      {t('cap.preview.same', { percent: say.percent(meter.outcome.percent / 100) })}
    </Notice>
  )
}

const Released = ({ round, voice }: Part) => {
  const { t } = voice
  return (
    <Notice
      title={t('cap.released.title')}
      actions={<a href={rematchPath(round.code)}>{t('cap.released.next')}</a>}
    >
      {t('cap.released.text')}
    </Notice>
  )
}

/** What other percentages would mean, and a field for one more. */
export const TryPercent = ({ round, meter, voice, field }: Part & { field: FormField }) => {
  const { t, say } = voice
  const all = meter.percentForAll
  return (
    <section>
      <h2>{t('cap.try')}</h2>
      <Table
        caption={t('cap.try.caption')}
        rows={meter.others}
        isMarked={(one) => one.percent === meter.outcome.percent}
        columns={[
          {
            label: t('cap.percent'),
            head: true,
            cell: ({ percent }) => (
              <a href={withQuery(capPath(round.code), { percent })}>{say.percent(percent / 100)}</a>
            ),
          },
          { label: t('cap.column.accepted'), numeric: true, cell: (one) => say.number(one.accepted) },
          { label: t('cap.column.waiting'), numeric: true, cell: (one) => say.number(one.waiting) },
          { label: t('cap.column.capped'), numeric: true, cell: (one) => say.number(one.capped) },
        ]}
      />
      {all !== null ? <p class="hint">{t('cap.all', { percent: say.percent(all / 100) })}</p> : null}
      <form class="form" method="get" action={capPath(round.code)} novalidate>
        <Field type="number" width="short" min={1} max={100} suffix="%" {...field} />
        <div class="actions">
          <Button>{t('cap.preview')}</Button>
        </div>
      </form>
    </section>
  )
}
