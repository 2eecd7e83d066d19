import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import { listPage } from '../../../platform/paging.ts'
import { withQuery } from '../../../platform/paths.ts'
import { pagerOf } from '../../../platform/say.ts'
import { branch } from '../../../platform/words.ts'
import {
  Button,
  ButtonLink,
  type Column,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  Notice,
  Pager,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import { UnansweredNotice } from '../../applications/index.ts'
import type { Round } from '../../rounds/index.ts'
import { releasePath, rematchPath } from '../../rounds/index.ts'
import { ComesAgain, type DeskCounts, DeskPage, scenarioWords, sectorName } from '../../scenarios/index.ts'
import { acceptLatePath, newPairsPath, partPath, rejoinPath } from '../paths.ts'
import type { RematchDesk } from '../queries/rematch-desk.ts'
import {
  livingMembers,
  type PairingMember,
  type PartedPairing,
  pairingsShown,
} from '../queries/rematch-pairings.ts'
import { words } from '../words.ts'
import { FreePeople, RunRematchForm } from './rematch-free.tsx'
import { RematchRun } from './rematch-run.tsx'
import { LaterReleases } from './rematch-sent.tsx'

export type RematchProps = {
  frame: Frame
  round: Round
  desk: RematchDesk
  /** Which page of those who wait, and of the pairings that ended. */
  pages: { page: number; parted: number }
  counts: DeskCounts
  now: Date
  /** The reader's, for times. */
  zone: string
}

/** Matching again while the round runs: who has no partner, which pairings end, and what was released since. */
export const RematchPage = (props: RematchProps) => {
  const { frame, round, desk, counts } = props
  const t = words(frame.locale)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="rematch"
      counts={counts}
      title={t('rematch.title')}
      lead={t('rematch.lead')}
      head={desk.running ? <ComesAgain /> : undefined}
    >
      {desk.isReleased ? (
        <>
          <Standing {...props} />
          <FreePeople {...props} />
          <LateComers {...props} />
          {desk.isOver ? null : <LivingPairings {...props} />}
          <PartedPairings {...props} />
          <LaterReleases {...props} />
        </>
      ) : (
        <Empty title={t('rematch.not-released.title')} text={t('rematch.not-released')}>
          <ButtonLink href={releasePath(round.code)}>{t('rematch.not-released.link')}</ButtonLink>
        </Empty>
      )}
    </DeskPage>
  )
}

/** What is under way: a run, a proposal that waits to be looked at, or a run that failed. */
const Standing = ({ frame, round, desk }: RematchProps) => {
  const { isOver, running, failed, proposal } = desk
  const t = words(frame.locale)
  if (isOver) return <Notice title={t('rematch.over.title')}>{t('rematch.over')}</Notice>
  if (running) return <RematchRun frame={frame} round={round} scenario={running} />
  if (failed) {
    return (
      <Notice
        tone="danger"
        title={scenarioWords(frame.locale)('run.failed.title')}
        actions={<RunRematchForm {...{ frame, round }} label={t('rematch.retry')} isPrimary />}
      >
        {scenarioWords(frame.locale)('run.failed', { problem: branch(failed.problem ?? 'lost') })}
      </Notice>
    )
  }
  if (!proposal) return null
  return (
    <Notice
      tone={proposal.isStale ? 'warning' : 'info'}
      title={t('rematch.ready.title', { pairs: proposal.pairs })}
      actions={
        <ButtonLink href={newPairsPath(round.code)} kind="primary">
          {t('rematch.ready.link')}
        </ButtonLink>
      }
    >
      {t(proposal.isStale ? 'rematch.ready.stale' : 'rematch.ready', {
        people: proposal.people,
        waiting: proposal.waiting,
      })}
    </Notice>
  )
}

/** Who asks for a place still, and the way in: into the reserve. */
const LateComers = ({ frame, round, desk }: RematchProps) => {
  const t = words(frame.locale)
  const { ready } = desk.unanswered
  if (desk.isOver) return null
  return (
    <UnansweredNotice
      locale={frame.locale}
      round={round}
      unanswered={desk.unanswered}
      actions={
        ready.length > 0 ? (
          <Form action={acceptLatePath(round.code)}>
            <Button>{t('late.accept')}</Button>
          </Form>
        ) : null
      }
    >
      {t('late.text')}
    </UnansweredNotice>
  )
}

const LivingPairings = ({ frame, round, desk, zone }: RematchProps) => {
  const { q, pairings, found } = desk.search
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  return (
    <section>
      <h2>{t('rematch.part.title')}</h2>
      <p>{t('rematch.part.text', { count: desk.living })}</p>
      <Filters
        action={`${rematchPath(round.code)}#again-found`}
        label={t('rematch.part.search')}
        submit={t('rematch.part.submit')}
        clear={q ? { href: rematchPath(round.code), label: t('rematch.part.clear') } : undefined}
      >
        <Field type="search" name="q" label={t('rematch.part.q')} value={q} />
      </Filters>
      {q ? (
        <div id="again-found">
          <Table
            caption={t('rematch.found.caption', { count: found, q })}
            rows={pairings}
            empty={<Empty title={t('rematch.found.none.title', { q })} text={t('rematch.found.none')} />}
            columns={[
              {
                label: t('rematch.column.pairing'),
                head: true,
                cell: (pairing) => <Chips frame={frame} members={livingMembers(pairing)} />,
              },
              {
                label: t('rematch.column.since'),
                cell: ({ confirmedAt }) => f.shortDay(dayIn(confirmedAt, zone)),
              },
              {
                label: scenarioWords(frame.locale)('column.act'),
                cell: (pairing) => {
                  const names = f.names(livingMembers(pairing).map(({ name }) => name))
                  return (
                    <a
                      href={partPath(round.code, pairing.id)}
                      aria-label={t('rematch.part.link.label', { names })}
                    >
                      {t('rematch.part.link')}
                    </a>
                  )
                },
              },
            ]}
          />
          {found > pairingsShown ? (
            <p class="hint">{t('rematch.found.more', { shown: pairings.length })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

type Fate = 'left' | 'waits' | 'rematch' | 'partners'

const Chips = ({
  frame,
  members,
  fateOf,
}: {
  frame: Frame
  members: readonly PairingMember[]
  fateOf?: (member: PairingMember) => Fate
}) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, 'UTC')
  return (
    <div class="people">
      {members.map((member) => (
        <PersonChip
          name={member.name}
          country={f.country(member.country)}
          sector={sectorName(frame.locale, member.sector)}
          note={fateOf ? t('rematch.fate', { fate: fateOf(member) }) : undefined}
        />
      ))}
    </div>
  )
}

function fateOf({ endedAt, laterAt, withdrawnAt }: PairingMember): Fate {
  if (endedAt === null) return 'partners'
  if (withdrawnAt) return 'left'
  return laterAt ? 'rematch' : 'waits'
}

const partedPerPage = 20

/** Pairings that ended, newest first, each with a way back while there is one. */
const PartedPairings = ({ frame, round, desk, pages, zone }: RematchProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  const part = listPage(desk.parted, pages.parted, partedPerPage)
  const to = (parted: number | undefined) => `${withQuery(rematchPath(round.code), { parted })}#parted`
  if (desk.parted.length === 0) return null
  return (
    <section id="parted">
      <h2>{t('rematch.parted.title')}</h2>
      <Table
        caption={t('rematch.parted.caption')}
        captionHidden
        rows={part.shown}
        columns={[
          {
            label: t('rematch.column.pairing'),
            head: true,
            cell: (pairing) => <Chips frame={frame} members={pairing.members} fateOf={fateOf} />,
          },
          { label: t('rematch.column.ended'), cell: ({ partedAt }) => f.shortDay(dayIn(partedAt, zone)) },
          ...(desk.isOver ? [] : [wayBackColumn(round, frame.locale)]),
        ]}
      />
      <Pager {...pagerOf(frame.locale, part, to)} />
    </section>
  )
}

const wayBackColumn = (round: Round, locale: string): Column<PartedPairing> => {
  const t = words(locale)
  return {
    label: scenarioWords(locale)('column.act'),
    cell: ({ id, members, noWayBack }) => {
      const names = formats(locale, 'UTC').names(members.map(({ name }) => name))
      return noWayBack ? (
        t('rematch.no-way-back', { why: branch(noWayBack) })
      ) : (
        <Form action={rejoinPath(round.code, id)}>
          <Button label={t('rematch.rejoin.label', { names })}>{t('rematch.rejoin')}</Button>
        </Form>
      )
    },
  }
}
