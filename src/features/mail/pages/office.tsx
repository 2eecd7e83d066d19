import { type Formats, formats } from '../../../platform/formats.ts'
import {
  ButtonLink,
  Empty,
  Field,
  Filters,
  type Frame,
  Live,
  Notice,
  OfficePage,
  Table,
  Tag,
} from '../../../ui/index.ts'
import { inboundPath, officeMailFor, officeMailPath, officeMailsOf, officeProgressPath } from '../paths.ts'
import type { MailboxState } from '../queries/inbound.ts'
import { type ListedMail, officePageSize, type Wish, wanted } from '../queries/outbox.ts'
import type { MailStatus } from '../queries/status.ts'
import { type MailWords, words } from '../words.ts'
import { Campaigns, isMoving, type Naming } from './campaigns.tsx'
import { MailboxFault } from './own-mailbox.tsx'
import { Pages, positionOf } from './pages.tsx'
import { reasonOf } from './reason.ts'

type OfficeMailProps = {
  frame: Frame
  zone: string
  status: MailStatus
  naming: Naming
  wish: Wish
  list: { mails: ListedMail[]; total: number }
  page: number
  /** Null where no mailbox is read. */
  mailbox: MailboxState | null
  /** The name of a kind of mail. */
  kindOf: (kind: string) => string
}

/** What the network sends: together, and mail by mail. */
export const OfficeMailPage = (props: OfficeMailProps) => {
  const { frame, zone, status, naming, wish, list, page, mailbox, kindOf } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  const campaigns = <Campaigns {...naming} locale={frame.locale} zone={zone} campaigns={status.campaigns} />
  const paged = { page, total: list.total, size: officePageSize }
  const query = { campaign: wish.campaignId ?? '', state: wish.state ?? '', to: wish.to }
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      part={paged.total > paged.size ? positionOf(frame.locale, paged) : undefined}
      lead={t('office.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
      actions={<ButtonLink href={inboundPath}>{t('inbound.link')}</ButtonLink>}
    >
      {status.hold ? (
        <Notice tone="warning">{t(`office.held.${status.hold.reason as 'restored'}`)}</Notice>
      ) : null}
      <MailboxFault {...{ mailbox, t, say }} locale={frame.locale} />
      <Problems lately={status.lately} t={t} />
      <h2>{t('office.campaigns')}</h2>
      {isMoving(status.campaigns) ? (
        <>
          <Live src={officeProgressPath}>{campaigns}</Live>
          <p class="hint">
            <a href={officeMailPath}>{t('office.reload')}</a>
          </p>
        </>
      ) : (
        campaigns
      )}
      <h2 id="mails">{t('office.mails')}</h2>
      <Choose wish={wish} status={status} t={t} say={say} />
      <MailTable {...list} {...{ t, say, kindOf }} />
      <Pages frame={frame} path={officeMailPath} query={query} {...paged} />
    </OfficePage>
  )
}

/** What a person has to look at, if there is anything. */
const Problems = ({ lately, t }: { lately: MailStatus['lately']; t: MailWords }) => {
  const { failed, unknown } = lately
  if (failed + unknown === 0) return null
  return (
    <Notice
      tone="warning"
      title={t('office.problems', { count: failed + unknown })}
      actions={
        <>
          {failed > 0 ? (
            <ButtonLink href={officeMailsOf({ state: 'failed' })}>
              {t('office.problems.see-failed')}
            </ButtonLink>
          ) : null}
          {unknown > 0 ? (
            <ButtonLink href={officeMailsOf({ state: 'unknown' })}>
              {t('office.problems.see-unknown')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      {failed > 0 ? <p>{t('office.problems.failed', { count: failed })}</p> : null}
      {unknown > 0 ? <p>{t('office.problems.unknown', { count: unknown })}</p> : null}
    </Notice>
  )
}

const Choose = (props: { wish: Wish; status: MailStatus; t: MailWords; say: Formats }) => {
  const { wish, status, t, say } = props
  const isChosen = wish.state !== undefined || wish.campaignId !== undefined || wish.to !== ''
  const options = wanted.map((state) => ({
    value: state,
    label: t('office.filter.option', {
      state: state === 'possibly-doubled' ? t('office.doubled') : t(`state.${state}`),
      count: say.number(state === 'possibly-doubled' ? status.possiblyDoubled : status.states[state]),
    }),
  }))
  return (
    <Filters
      action={officeMailPath}
      label={t('office.filter')}
      submit={t('office.filter.show')}
      clear={isChosen ? { href: officeMailsOf({}), label: t('office.filter.clear') } : undefined}
    >
      {wish.campaignId ? <input type="hidden" name="campaign" value={wish.campaignId} /> : null}
      <Field
        type="select"
        name="state"
        label={t('office.filter.state')}
        placeholder={t('office.filter.any')}
        value={wish.state}
        options={options}
      />
      <Field type="search" name="to" label={t('office.filter.to')} value={wish.to} dir="auto" />
    </Filters>
  )
}

type MailTableProps = OfficeMailProps['list'] &
  Pick<OfficeMailProps, 'kindOf'> & { t: MailWords; say: Formats }

const MailTable = ({ mails, total, t, say, kindOf }: MailTableProps) => (
  <Table
    caption={t('office.caption', { total })}
    keys
    rows={mails}
    empty={<Empty title={t('office.none.title')} text={t('office.none.text')} />}
    columns={[
      {
        label: t('office.col.to'),
        head: true,
        cell: (mail) => (
          <a href={officeMailFor(mail.id)}>
            <bdi>{mail.toName || mail.toAddress || t('mail.to.gone')}</bdi>
          </a>
        ),
      },
      {
        label: t('office.col.subject'),
        cell: (mail) =>
          mail.isEmptied ? (
            <>
              {kindOf(mail.kind)}
              <br />
              <span class="hint">{emptied(mail, t)}</span>
            </>
          ) : (
            <bdi lang={mail.locale} dir="auto">
              {mail.subject}
            </bdi>
          ),
      },
      { label: t('office.col.state'), cell: (mail) => <StateOf mail={mail} t={t} /> },
      { label: t('office.col.when'), cell: (mail) => say.instant(mail.sentAt ?? mail.dueAt) },
    ]}
  />
)

/** That what it said is no longer kept. */
const emptied = ({ state }: Pick<ListedMail, 'state'>, t: MailWords) =>
  t(state === 'sent' ? 'mail.emptied' : 'mail.emptied.unsent')

/** The state in a word, and the reason when there is one. */
export const StateOf = ({ mail, t }: { mail: ListedMail; t: MailWords }) => {
  const reason = reasonOf(mail, t)
  const tone = toneOf(mail.state)
  return (
    <>
      <Tag tone={tone}>{t(`state.${mail.state as 'sent'}`)}</Tag>
      {reason ? (
        <>
          <br />
          <bdi class="hint">{reason}</bdi>
        </>
      ) : null}
    </>
  )
}

function toneOf(state: string): 'leaf' | 'brass' | 'thread' | undefined {
  if (state === 'sent') return 'leaf'
  if (state === 'failed' || state === 'unknown') return 'thread'
  return state === 'deferred' ? 'brass' : undefined
}
