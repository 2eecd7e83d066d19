import { dayIn } from '../../../platform/days.ts'
import { formats } from '../../../platform/formats.ts'
import {
  BulkBar,
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  type Frame,
  OfficePage,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import type { MemberStanding } from '../../checkins/index.ts'
import { casePath, queuePath, togetherPath } from '../paths.ts'
import type { Ending } from '../queries/endings.ts'
import { type CaseWords, words } from '../words.ts'
import { ownerOf, queueCrumbs } from './queue.tsx'

const form = 'together'

/** As many as are read in one go, and end within seconds. */
const atOnce = 100

export type TogetherProps = {
  frame: Frame
  zone: string
  /** The code of the one round that is shown; all rounds without one. */
  round: string | undefined
  endings: readonly Ending[]
  actorId: string | null
}

/** Pairings in which nothing is left but to end them, each with why, so that many are decided in one go. */
export const TogetherPage = (props: TogetherProps) => {
  const { frame, round, endings } = props
  const t = words(frame.locale)
  const isEmpty = endings.length === 0
  return (
    <OfficePage
      frame={frame}
      title={t('together.title')}
      kicker={round}
      lead={isEmpty ? undefined : t('together.lead')}
      crumbs={queueCrumbs(frame)}
    >
      {isEmpty ? (
        <Empty title={t('together.none.title')} text={t('together.none')}>
          <ButtonLink href={queuePath('due', { round })}>{t('together.none.link')}</ButtonLink>
        </Empty>
      ) : (
        <Endings {...props} />
      )}
    </OfficePage>
  )
}

const Endings = ({ frame, zone, round, endings, actorId }: TogetherProps) => {
  const t = words(frame.locale)
  const action = togetherPath(round)
  return (
    <>
      <Form id={form} action={action}>
        <p class="hint">{t('together.undo')}</p>
        <Field
          type="checkboxes"
          name="tell[]"
          label={t('together.tell')}
          hint={t('together.tell.hint')}
          options={[{ value: 'yes', label: t('together.tell.yes') }]}
          value={['yes']}
        />
      </Form>
      <EndingsTable {...{ frame, zone, actorId, action }} endings={endings.slice(0, atOnce)} />
      {endings.length > atOnce ? (
        <p class="hint">{t('together.more', { count: endings.length - atOnce })}</p>
      ) : null}
      <BulkBar
        form={form}
        hint={t('together.hint')}
        words={{ ticked: t('together.ticked'), all: t('together.all') }}
      >
        <Button form={form}>{t('together.button')}</Button>
      </BulkBar>
    </>
  )
}

type TableProps = Pick<TogetherProps, 'frame' | 'zone' | 'endings' | 'actorId'> & { action: string }

const EndingsTable = ({ frame, zone, endings, actorId, action }: TableProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const saying = { t, day: (at: Date) => say.shortDay(dayIn(at, zone)) }
  const namesOf = ({ one }: Ending) => say.names(one.members.map(({ name }) => name))
  const people = (members: readonly MemberStanding[], noteOf: (member: MemberStanding) => string) => (
    <div class="people">
      {members.map((member) => (
        <div>
          <PersonChip name={member.name} country={say.country(member.country)} />
          <p class="hint">{noteOf(member)}</p>
        </div>
      ))}
    </div>
  )
  return (
    <Table
      caption={t('together.caption', { count: endings.length })}
      rows={endings}
      keys
      select={{
        ...{ form, action, name: 'case[]' },
        value: ({ one }) => String(one.number),
        label: (ending) => t('together.tick', { names: namesOf(ending) }),
        // What somebody else looks after is theirs to end, unless one decides otherwise.
        isTicked: ({ one: { ownerId } }) => ownerId === null || ownerId === actorId,
      }}
      columns={[
        {
          label: t('together.pair'),
          head: true,
          cell: (ending) => <a href={casePath(ending.one.number)}>{namesOf(ending)}</a>,
        },
        {
          label: t('together.leaves'),
          cell: ({ one, leaving }) => people(leaving, (member) => whyOf(one, member, saying)),
        },
        {
          label: t('together.stays'),
          cell: ({ staying }) =>
            staying.length > 0 ? people(staying, (member) => saidBy(member, saying)) : t('together.nobody'),
        },
        { label: t('column.owner'), cell: ({ one }) => ownerOf(one, frame.locale) },
      ]}
    />
  )
}

type Saying = { t: CaseWords; day: (at: Date) => string }

/** Why somebody would leave: since when, and to how many questions, there is no answer; or that nothing reaches them. */
function whyOf({ kind, applicationId }: Ending['one'], member: MemberStanding, { t, day }: Saying): string {
  if (kind === 'bounce' && member.applicationId === applicationId) return t('kind.bounce')
  const at = member.since ? day(member.since) : ''
  return t('together.silent', { at, count: member.missed?.count ?? 1 })
}

/** What somebody who would wait said last. */
function saidBy({ said, saidAt }: MemberStanding, { t, day }: Saying): string {
  return said && saidAt ? t(`together.said.${said}`, { at: day(saidAt) }) : t('together.said.nothing')
}
