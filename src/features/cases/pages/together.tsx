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
import { queueCrumbs } from './queue.tsx'

const form = 'together'

export type TogetherProps = {
  frame: Frame
  zone: string
  /** The code of the one round that is shown; all rounds without one. */
  round: string | undefined
  endings: readonly Ending[]
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

const Endings = ({ frame, zone, round, endings }: TogetherProps) => {
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
      <EndingsTable {...{ frame, zone, endings, action }} />
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

type TableProps = Pick<TogetherProps, 'frame' | 'zone' | 'endings'> & { action: string }

const EndingsTable = ({ frame, zone, endings, action }: TableProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const saying = { t, day: (at: Date) => say.shortDay(dayIn(at, zone)) }
  const namesOf = ({ one }: Ending) => say.names(one.members.map(({ name }) => name))
  const chip = (member: MemberStanding, note: string) => (
    <p>
      <PersonChip name={member.name} country={say.country(member.country)} />
      <span class="quiet">{note}</span>
    </p>
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
        isTicked: () => true,
      }}
      columns={[
        {
          label: t('together.pair'),
          head: true,
          cell: (ending) => <a href={casePath(ending.one.number)}>{namesOf(ending)}</a>,
        },
        {
          label: t('together.leaves'),
          cell: ({ one, leaving }) => leaving.map((member) => chip(member, whyOf(one, member, saying))),
        },
        {
          label: t('together.stays'),
          cell: ({ staying }) =>
            staying.length > 0
              ? staying.map((member) => chip(member, saidBy(member, saying)))
              : t('together.nobody'),
        },
      ]}
    />
  )
}

type Saying = { t: CaseWords; day: (at: Date) => string }

/** Why somebody would leave: since when, and to how many questions, there is no answer; or that nothing reaches them. */
function whyOf({ kind }: Ending['one'], { since, missed }: MemberStanding, { t, day }: Saying): string {
  if (kind === 'bounce' || !since) return t('kind.bounce')
  return t('together.silent', { at: day(since), count: missed?.count ?? 1 })
}

/** What somebody who would wait said last. */
function saidBy({ standing, since }: MemberStanding, { t, day }: Saying): string {
  const at = since ? day(since) : ''
  if (standing === 'help') return t('together.said.help', { at })
  return standing === 'not-yet' ? t('together.said.not-yet', { at }) : t('together.said.nothing')
}
