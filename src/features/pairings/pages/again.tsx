import { formats } from '../../../platform/formats.ts'
import {
  Button,
  ButtonLink,
  Empty,
  Field,
  Filters,
  Form,
  type Frame,
  Notice,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { againPath, releasePath } from '../../rounds/index.ts'
import { branch, ComesAgain, type DeskCounts, DeskPage, sectorName } from '../../scenarios/index.ts'
import { newPairsPath, partPath, rejoinPath } from '../paths.ts'
import type { AgainDesk } from '../queries/again-desk.ts'
import { livingMembers, type PairingMember, pairingsShown } from '../queries/again-pairings.ts'
import { words } from '../words.ts'
import { FreePeople, RunAgainForm } from './again-free.tsx'
import { AgainRun } from './again-run.tsx'
import { LaterReleases } from './again-sent.tsx'

export type AgainProps = {
  frame: Frame
  round: Round
  desk: AgainDesk
  counts: DeskCounts
  now: Date
  /** The reader's, for times. */
  zone: string
}

/** Matching again while the round runs: who has no partner, which pairings end, and what was released since. */
export const AgainPage = (props: AgainProps) => {
  const { frame, round, desk, counts } = props
  const t = words(frame.locale)
  return (
    <DeskPage
      frame={frame}
      round={round}
      part="again"
      counts={counts}
      title={t('again.title')}
      lead={t('again.lead')}
      head={desk.running ? <ComesAgain /> : undefined}
    >
      {desk.isReleased ? (
        <>
          <Standing {...props} />
          <FreePeople {...props} />
          <LivingPairings {...props} />
          <PartedPairings {...props} />
          <LaterReleases {...props} />
        </>
      ) : (
        <Empty title={t('again.not-released.title')} text={t('again.not-released')}>
          <ButtonLink href={releasePath(round.code)}>{t('again.not-released.link')}</ButtonLink>
        </Empty>
      )}
    </DeskPage>
  )
}

/** What is under way: a run, a proposal that waits to be looked at, or a run that failed. */
const Standing = ({ frame, round, desk }: AgainProps) => {
  const { isOver, running, failed, proposal } = desk
  const t = words(frame.locale)
  if (isOver) return <Notice title={t('again.over.title')}>{t('again.over')}</Notice>
  if (running) return <AgainRun frame={frame} round={round} scenario={running} />
  if (failed) {
    return (
      <Notice
        tone="danger"
        title={t('run.failed.title')}
        actions={<RunAgainForm {...{ frame, round }} label={t('run.again')} isPrimary />}
      >
        {t('run.failed', { problem: branch(failed.problem ?? 'lost') })}
      </Notice>
    )
  }
  if (!proposal) return null
  return (
    <Notice
      tone={proposal.isStale ? 'warning' : 'info'}
      title={t('again.ready.title', { pairs: proposal.pairs })}
      actions={
        <ButtonLink href={newPairsPath(round.code)} kind="primary">
          {t('again.ready.link')}
        </ButtonLink>
      }
    >
      {t(proposal.isStale ? 'again.ready.stale' : 'again.ready', {
        people: proposal.people,
        waiting: proposal.waiting,
      })}
    </Notice>
  )
}

const LivingPairings = ({ frame, round, desk, zone }: AgainProps) => {
  const { q, pairings, found } = desk.search
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  return (
    <section>
      <h2>{t('again.part.title')}</h2>
      <p>{t('again.part.text', { count: desk.living })}</p>
      <Filters
        action={`${againPath(round.code)}#again-found`}
        label={t('again.part.search')}
        submit={t('again.part.submit')}
        clear={q ? { href: againPath(round.code), label: t('again.part.clear') } : undefined}
      >
        <Field type="search" name="q" label={t('again.part.q')} value={q} optional="" />
      </Filters>
      {q ? (
        <div id="again-found">
          <Table
            caption={t('again.found.caption', { count: found, q })}
            rows={pairings}
            empty={<Empty title={t('again.found.none.title', { q })} text={t('again.found.none')} />}
            columns={[
              {
                label: t('again.column.pairing'),
                head: true,
                cell: (pairing) => <Chips frame={frame} members={livingMembers(pairing)} />,
              },
              {
                label: t('again.column.since'),
                cell: ({ confirmedAt }) => f.shortDay(dayOf(confirmedAt)),
              },
              {
                label: t('column.act'),
                cell: (pairing) => {
                  const names = f.list(livingMembers(pairing).map(({ name }) => name))
                  return (
                    <a
                      href={partPath(round.code, pairing.id)}
                      aria-label={t('again.part.link.label', { names })}
                    >
                      {t('again.part.link')}
                    </a>
                  )
                },
              },
            ]}
          />
          {found > pairingsShown ? (
            <p class="hint">{t('again.found.more', { shown: pairings.length })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

export const dayOf = (at: Date) => at.toISOString().slice(0, 10)

type Fate = 'left' | 'waits' | 'again' | 'partners'

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
          note={fateOf ? t('again.fate', { fate: fateOf(member) }) : undefined}
        />
      ))}
    </div>
  )
}

function fateOf({ endedAt, laterAt, withdrawnAt }: PairingMember): Fate {
  if (endedAt === null) return 'partners'
  if (withdrawnAt) return 'left'
  return laterAt ? 'again' : 'waits'
}

/** Pairings that ended, newest first, each with a way back while there is one. */
const PartedPairings = ({ frame, round, desk, zone }: AgainProps) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  if (desk.parted.length === 0) return null
  return (
    <section>
      <h2>{t('again.parted.title')}</h2>
      <Table
        caption={t('again.parted.caption')}
        captionHidden
        rows={desk.parted}
        columns={[
          {
            label: t('again.column.pairing'),
            head: true,
            cell: (pairing) => <Chips frame={frame} members={pairing.members} fateOf={fateOf} />,
          },
          { label: t('again.column.ended'), cell: ({ partedAt }) => f.shortDay(dayOf(partedAt)) },
          {
            label: t('column.act'),
            cell: ({ id, members, noWayBack }) =>
              noWayBack ? (
                t('again.no-way-back', { why: branch(noWayBack) })
              ) : (
                <Form action={rejoinPath(round.code, id)} token={frame.formToken}>
                  <Button label={t('again.rejoin.label', { names: f.list(members.map(({ name }) => name)) })}>
                    {t('again.rejoin')}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </section>
  )
}
