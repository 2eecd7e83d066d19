import { formats } from '../../../platform/formats.ts'
import type { ListPage } from '../../../platform/paging.ts'
import { pagerOf } from '../../../platform/say.ts'
import {
  Empty,
  type Frame,
  type Link,
  OfficePage,
  OwnWords,
  Pager,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import type { Standing } from '../checkin.ts'
import { memberPath, type Only, standingPath, weeksPath } from '../paths.ts'
import type { MemberStanding } from '../queries/standings.ts'
import { words } from '../words.ts'
import { groupName } from './by.tsx'
import { weeksCrumbs } from './weeks.tsx'

/** Somebody in a list, with their partners. */
export type Listed = { member: MemberStanding; partners: readonly MemberStanding[] }

type ListProps = {
  frame: Frame
  round: Round
  zone: string
  standing: Standing | 'contradict'
  list: ListPage<Listed>
  /** The group that is listed alone. */
  only: Only | null
  /** What is open about each pairing, by its id. */
  beside: ReadonlyMap<string, readonly Link[]>
}

/** Everybody who stands in one way, the longest first. */
export const StandingPage = ({ frame, round, zone, standing, list, only, beside }: ListProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={t(`standing.${standing}`)}
      lead={t(`standing.${standing}.lead`)}
      crumbs={weeksCrumbs(round, frame.locale)}
    >
      {only ? (
        <p>
          {t('by.only', { group: groupName(frame.locale, only.by, only.of) })}{' '}
          <a href={standingPath(round.code, standing)}>{t('by.everybody')}</a>
        </p>
      ) : null}
      <Table
        caption={t(`standing.${standing}`)}
        captionHidden
        keys
        empty={
          <Empty title={t('standing.none')} text={t('standing.none.text')}>
            <a href={weeksPath(round.code)}>{t('weeks.title')}</a>
          </Empty>
        }
        columns={[
          {
            label: t('column.person'),
            head: true,
            cell: ({ member }) => <Chip {...{ frame, round, member }} />,
          },
          ...(standing === 'help' || standing === 'wrote'
            ? [
                {
                  label: t('column.words'),
                  cell: ({ member }: Listed) =>
                    member.words ? <OwnWords>{member.words}</OwnWords> : t('column.no-words'),
                },
              ]
            : []),
          { label: t('column.since'), cell: ({ member }) => (member.since ? say.instant(member.since) : '') },
          {
            label: t('column.partner'),
            cell: ({ partners }) =>
              say.list(partners.map((one) => frame.words.aside(one.name, t(`standing.${one.standing}`)))),
          },
          {
            label: t('column.case'),
            cell: ({ member }) => <Cases links={beside.get(member.pairingId) ?? []} />,
          },
        ]}
        rows={list.shown}
      />
      <Pager
        {...pagerOf(frame.locale, list, (page) => standingPath(round.code, standing, { page, ...only }))}
      />
    </OfficePage>
  )
}

const Cases = ({ links }: { links: readonly Link[] }) => (
  <>
    {links.map(({ href, label }, index) => (
      <>
        {index > 0 ? ' · ' : null}
        <a href={href}>{label}</a>
      </>
    ))}
  </>
)

const Chip = ({ frame, round, member }: Pick<ListProps, 'frame' | 'round'> & { member: MemberStanding }) => (
  <PersonChip
    name={member.name}
    country={formats(frame.locale, 'UTC').country(member.country)}
    href={memberPath(round.code, member.applicationId)}
  />
)
