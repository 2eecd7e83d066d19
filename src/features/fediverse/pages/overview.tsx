import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import { Actions, Button, Empty, Form, type Frame, Notice, OfficePage, Table } from '../../../ui/index.ts'
import { postPath } from '../../posts/index.ts'
import { fullHandle } from '../channel.ts'
import {
  blockedPath,
  knownAsPath,
  movePath,
  newChannelPath,
  settlePath,
  turnOffPath,
  turnOnPath,
} from '../paths.ts'
import type { Failing, Overview, PostReactions, Report } from '../queries/office.ts'
import { channelName } from '../speaking/profile.ts'
import { words } from '../words.ts'
import { inWords } from './form.ts'
import { HandleField } from './handle.tsx'

type Props = {
  frame: Frame
  network: Network
  zone: string
  seen: Overview
  /** Whether its reader may change what can be followed. */
  isDirector: boolean
  form: FormState
}

/** What can be followed, by how many, what came back, and what does not arrive. */
export const FediversePage = (props: Props) => {
  const { frame, seen, isDirector, form } = props
  const t = words(frame.locale)
  const labels = { handle: t('on.handle') }
  const { faults } = inWords(frame, form, labels)
  const isOn = seen.onSince !== null
  return (
    <OfficePage frame={frame} title={t('title')} lead={t(isOn ? 'lead.on' : 'lead.off')} faults={faults}>
      {isOn ? <Open {...props} /> : isDirector ? <TurnOn {...props} /> : <Notice>{t('off.director')}</Notice>}
    </OfficePage>
  )
}

const TurnOn = ({ frame, network, seen, form }: Props) => {
  const t = words(frame.locale)
  const { field } = inWords(frame, form, { handle: t('on.handle') })
  const known = seen.channels.find(({ channel }) => channel.kind === 'blog')?.channel
  return (
    <>
      <h2>{t('on.what')}</h2>
      <ul>
        <li>{t('on.posts')}</li>
        <li>{t('on.old')}</li>
        <li>{t('on.replies')}</li>
        <li>{t('on.languages')}</li>
        <li>{t('on.back')}</li>
      </ul>
      <Form action={turnOnPath} {...(known && { hidden: { handle: known.handle } })}>
        {known ? (
          <p>{t('on.again', { handle: fullHandle(known.handle, network.origin) })}</p>
        ) : (
          <HandleField {...{ frame, network }} field={field('handle')} />
        )}
        <Actions>
          <Button kind="primary">{t('on.button')}</Button>
        </Actions>
      </Form>
    </>
  )
}

const Open = (props: Props) => {
  const { frame, seen, isDirector, zone } = props
  const t = words(frame.locale)
  return (
    <>
      {frame.paused ? <Notice tone="warning">{t('paused')}</Notice> : null}
      <Reports {...{ frame, zone }} reports={seen.reports} />
      <Channels {...props} />
      {isDirector ? (
        <p>
          <a href={newChannelPath}>{t('channels.add')}</a>
        </p>
      ) : null}
      <Reactions {...{ frame, zone }} reactions={seen.reactions} />
      <Deliveries {...props} />
      <h2>{t('more.title')}</h2>
      <ul>
        <li>
          <a href={blockedPath}>{t('more.blocked')}</a>
        </li>
        {isDirector ? (
          <>
            <li>
              <a href={knownAsPath}>{t('more.known-as')}</a>
            </li>
            <li>
              <a href={movePath}>{t('more.move')}</a>
            </li>
            <li>
              <a href={turnOffPath}>{t('more.off')}</a>
            </li>
          </>
        ) : null}
      </ul>
    </>
  )
}

const Channels = ({ frame, network, seen }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  return (
    <section>
      <h2>{t('channels.title')}</h2>
      <p class="hint">{t('channels.hint')}</p>
      <Table
        caption={t('channels.title')}
        captionHidden
        rows={seen.channels}
        columns={[
          {
            label: t('channels.handle'),
            head: true,
            cell: ({ channel }) => <bdi dir="ltr">{fullHandle(channel.handle, network.origin)}</bdi>,
          },
          {
            label: t('channels.of'),
            cell: ({ channel }) => (
              <>
                <bdi>{channelName(network, channel, frame.locale)}</bdi>
                {channel.movedTo === null ? null : <Moved frame={frame} to={channel.movedTo} />}
              </>
            ),
          },
          {
            label: t('channels.followers'),
            numeric: true,
            cell: ({ followers }) => say.number(followers),
          },
        ]}
      />
    </section>
  )
}

const Moved = ({ frame, to }: { frame: Frame; to: string }): Child => (
  <span class="quiet">
    {' '}
    {words(frame.locale)('channels.moved')} <bdi dir="ltr">{to}</bdi>
  </span>
)

type ReactionsProps = { frame: Frame; zone: string; reactions: readonly PostReactions[] }

/** How many and not who, in the order in which posts came out: nothing here is a race. */
const Reactions = ({ frame, zone, reactions }: ReactionsProps) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <section>
      <h2>{t('reactions.title')}</h2>
      <Table
        caption={t('reactions.title')}
        captionHidden
        rows={reactions}
        empty={<Empty title={t('reactions.none')} text={t('reactions.none.text')} />}
        columns={[
          {
            label: t('reactions.post'),
            head: true,
            cell: (one) => (
              <a href={postPath(one.slug)} lang={one.locale} dir="auto">
                {one.title}
              </a>
            ),
          },
          { label: t('reactions.told'), cell: (one) => say.instant(one.at) },
          { label: t('reactions.likes'), numeric: true, cell: (one) => say.number(one.likes) },
          { label: t('reactions.shares'), numeric: true, cell: (one) => say.number(one.shares) },
          { label: t('reactions.replies'), numeric: true, cell: (one) => say.number(one.replies) },
        ]}
      />
    </section>
  )
}

const Deliveries = ({ frame, zone, seen }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <section>
      <h2>{t('deliveries.title')}</h2>
      <p>{t('deliveries.counts', { sent: seen.sent, waiting: seen.waiting })}</p>
      {seen.failing.length === 0 ? null : (
        <Table
          caption={t('deliveries.failing')}
          rows={seen.failing}
          columns={[
            {
              label: t('deliveries.server'),
              head: true,
              cell: (one: Failing) => <bdi dir="ltr">{one.host}</bdi>,
            },
            { label: t('deliveries.since'), cell: (one: Failing) => say.instant(one.since) },
            {
              label: t('deliveries.waiting'),
              numeric: true,
              cell: (one: Failing) => say.number(one.waiting),
            },
            { label: t('deliveries.why'), cell: (one: Failing) => <bdi dir="ltr">{one.error ?? ''}</bdi> },
          ]}
        />
      )}
      <p class="hint">{t('deliveries.hint')}</p>
    </section>
  )
}

const Reports = ({ frame, zone, reports }: { frame: Frame; zone: string; reports: readonly Report[] }) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (reports.length === 0) return null
  return (
    <section id="reports">
      <h2>{t('reports.title')}</h2>
      <p class="hint">{t('reports.hint')}</p>
      {reports.map(({ id, host, words: said, about, at }) => (
        <div class="desk-item">
          <p>
            <b dir="ltr">{host}</b> · {say.instant(at)}
          </p>
          <p dir="auto">{said === '' ? t('reports.without') : said}</p>
          <ul>
            {about.map((address) => (
              <li>
                <a href={address} dir="ltr">
                  {address}
                </a>
              </li>
            ))}
          </ul>
          <Form action={settlePath(id)}>
            <Actions>
              <Button>{t('reports.settle')}</Button>
            </Actions>
          </Form>
        </div>
      ))}
    </section>
  )
}
