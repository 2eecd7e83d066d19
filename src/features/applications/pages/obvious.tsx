import { platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  OfficePage,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { problemKinds } from '../checks.ts'
import type { Desk } from '../desk.ts'
import { type Mend, type Plan, settledBy, type Verdict } from '../mends.ts'
import { acceptObviousPath, cleanPath } from '../paths.ts'
import { kindInWords } from './history.tsx'
import { changeInWords, chipOf, crumbsOf, shownFields, type Voice, voiceOf } from './saying.ts'

type Props = { frame: Frame; round: Round; desk: Desk; plan: Plan }

/** Everything nobody would doubt, to be looked through and accepted in one go. */
export const ObviousPage = ({ frame, round, desk, plan }: Props) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  const count = settledBy(plan)
  const part = { round, desk, voice }
  return (
    <OfficePage
      frame={frame}
      title={t('obvious.title')}
      lead={t('obvious.lead')}
      crumbs={crumbsOf(round, voice, 'applications', 'clean')}
    >
      {count === 0 ? (
        <Empty title={t('obvious.none.title')} text={t('obvious.none.text')}>
          <ButtonLink href={cleanPath(round.code)}>{t('clean.back')}</ButtonLink>
        </Empty>
      ) : (
        <>
          <Form action={acceptObviousPath(round.code)}>
            <p class="hint">{t('obvious.undo')}</p>
            <Actions>
              <Button kind="primary" shortcut="a">
                {t('obvious.accept', { count })}
              </Button>
              <a href={cleanPath(round.code)}>{platformWords(frame.locale)('cancel')}</a>
            </Actions>
          </Form>
          {problemKinds.map((kind) => {
            const mends = plan.mends.filter((mend) => mend.kind === kind)
            return kind === 'unknown-sector' ? (
              <SectorTable mends={mends} {...part} />
            ) : (
              <MendTable kind={kind} mends={mends} {...part} />
            )
          })}
          <VerdictTable verdict="merge" plan={plan} {...part} />
          <VerdictTable verdict="keep-both" plan={plan} {...part} />
        </>
      )}
    </OfficePage>
  )
}

type Part = { round: Round; desk: Desk; voice: Voice }

const Who = ({ id, round, desk, voice }: Part & { id: string }) => {
  const application = desk.byId.get(id)
  return application ? <PersonChip {...chipOf(application, voice, round)} /> : null
}

const captionOf = (kind: string, mends: readonly Mend[], voice: Voice) =>
  voice.t('batch.kind', { what: kindInWords(kind, voice), count: voice.say.number(mends.length) })

const MendTable = ({ kind, mends, round, desk, voice }: Part & { kind: string; mends: readonly Mend[] }) => {
  const { t } = voice
  if (mends.length === 0) return null
  const inWords = ({ applicationId }: Mend, change: Mend['after']) => {
    const application = desk.byId.get(applicationId)
    return application ? <bdi>{changeInWords(application, change, voice)}</bdi> : null
  }
  return (
    <Table
      caption={captionOf(kind, mends, voice)}
      rows={mends}
      columns={[
        {
          label: t('column.person'),
          head: true,
          cell: ({ applicationId }) => <Who id={applicationId} round={round} desk={desk} voice={voice} />,
        },
        { label: t('history.before'), cell: (mend) => inWords(mend, mend.before) },
        { label: t('history.after'), cell: (mend) => inWords(mend, mend.after) },
      ]}
    />
  )
}

/** Like answers in one row: what matters here is the word, not who wrote it. */
const SectorTable = ({ mends, desk, voice }: Part & { mends: readonly Mend[] }) => {
  const { t, say } = voice
  if (mends.length === 0) return null
  const written = (mend: Mend) => desk.byId.get(mend.applicationId)?.sectorWritten ?? ''
  const groups = [...Map.groupBy(mends, written)].sort(([, a], [, b]) => b.length - a.length)
  return (
    <Table
      caption={captionOf('unknown-sector', mends, voice)}
      rows={groups}
      columns={[
        { label: t('history.before'), head: true, cell: ([text]) => <bdi>{text}</bdi> },
        { label: t('history.after'), cell: ([, of]) => voice.sector(of[0]?.after.sector ?? null) },
        { label: t('obvious.people'), numeric: true, cell: ([, of]) => say.number(of.length) },
      ]}
    />
  )
}

const VerdictTable = ({
  verdict,
  plan,
  round,
  desk,
  voice,
}: Part & { verdict: 'merge' | 'keep-both'; plan: Plan }) => {
  const { t } = voice
  const rows = plan.verdicts.filter((one) => one.verdict === verdict)
  if (rows.length === 0) return null
  const taken = verdict === 'merge' ? [takenColumn(plan, voice)] : []
  const about = (id: string) => {
    const application = desk.byId.get(id)
    return application ? (
      <>
        <bdi>{application.workplace}</bdi>, <bdi dir="ltr">{application.email}</bdi>
      </>
    ) : null
  }
  return (
    <Table
      caption={t(`obvious.${verdict}`, { count: rows.length })}
      rows={rows}
      columns={[
        {
          label: t('column.person'),
          head: true,
          cell: (one) => <Who id={standingOf(one, plan)} round={round} desk={desk} voice={voice} />,
        },
        { label: t('duplicates.first'), cell: ({ first }) => about(first) },
        { label: t('duplicates.second'), cell: ({ second }) => about(second) },
        ...taken,
      ]}
    />
  )
}

/** The one of two that stands for both, or the first when both are kept. */
function standingOf({ first, second }: Verdict, { mends }: Plan): string {
  const isGone = mends.some(({ applicationId, kind }) => applicationId === first && kind === 'merged')
  return isGone ? second : first
}

/** Which answers of the one that goes are taken over. */
function takenColumn(plan: Plan, { t, say }: Voice) {
  const merged = new Map(
    plan.mends
      .filter(({ kind }) => kind === 'merged-answers')
      .map(({ applicationId, after }) => [applicationId, after]),
  )
  const fieldsOf = (one: Verdict) => {
    const after = merged.get(standingOf(one, plan)) ?? {}
    return shownFields.filter((field) => field in after).map((field) => t(`field.${field}`))
  }
  return {
    label: t('obvious.taken'),
    cell: (one: Verdict) => say.list(fieldsOf(one)) || t('obvious.taken.nothing'),
  }
}
