import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Notice,
  OfficePage,
  PersonChip,
  Table,
} from '../../../ui/index.ts'
import { officeMailsOf, tryAddressPath } from '../../mail/index.ts'
import { peoplePath } from '../../people/index.ts'
import { matchingPath, type Round } from '../../rounds/index.ts'
import { applicationPath, unreachablePath } from '../paths.ts'
import type { answersWaiting, Unreachable } from '../queries/unreachable.ts'
import { words } from '../words.ts'
import { crumbsOf, voiceOf } from './saying.ts'

type PageProps = { frame: Frame; round: Round; people: readonly Unreachable[] }

/** Whom emails do not reach, with what came back; each leads to the application, where it is settled. */
export const UnreachablePage = ({ frame, round, people }: PageProps) => {
  const voice = voiceOf(frame, round)
  const { t } = voice
  return (
    <OfficePage
      frame={frame}
      title={t('unreachable.title')}
      lead={people.length > 0 ? t('unreachable.lead') : undefined}
      crumbs={crumbsOf(round, voice, 'applications')}
    >
      <Table
        caption={t('unreachable.caption', { count: people.length })}
        rows={people}
        empty={<Empty title={t('unreachable.none.title')} text={t('unreachable.none.text')} />}
        columns={[
          {
            label: t('unreachable.col.person'),
            head: true,
            cell: ({ id, name, address }) => (
              <PersonChip name={name || address} href={applicationPath(round.code, id)} />
            ),
          },
          { label: t('unreachable.col.why'), cell: (one) => whyOf(one, frame.locale, round.zone) },
          {
            label: t('unreachable.col.standing'),
            cell: ({ isPlaced }) => t(isPlaced ? 'unreachable.placed' : 'unreachable.asks'),
          },
        ]}
      />
    </OfficePage>
  )
}

const whyOf = ({ verdict, address, returnedAt }: Unreachable, locale: string, zone: string) =>
  platformWords(locale)(`address-dead.${verdict as 'hard'}`, {
    address,
    when: formats(locale, zone).instant(returnedAt),
  })

/** On an application: that emails do not reach its sender, and what to do next. */
export const UnreachableHere = ({ frame, round, one }: { frame: Frame; round: Round; one: Unreachable }) => {
  const t = words(frame.locale)
  const { name, address, personId } = one
  return (
    <Notice
      tone="warning"
      title={platformWords(frame.locale)('address-dead.title', { name: name || address })}
    >
      <p>{whyOf(one, frame.locale, round.zone)}</p>
      {one.said === '' ? null : (
        <p class="hint">
          {t('unreachable.said')} <bdi dir="auto">{one.said}</bdi>
        </p>
      )}
      <p>{t('unreachable.next')}</p>
      <ul>
        <li>{t('unreachable.next.ask')}</li>
        {personId ? (
          <li>
            <a href={`${peoplePath}/${personId}`}>
              {t('unreachable.next.person', { page: t('unreachable.page') })}
            </a>
          </li>
        ) : (
          <li>{t('unreachable.next.form')}</li>
        )}
        {one.isPlaced ? <li>{t('unreachable.next.hold')}</li> : null}
      </ul>
      <Actions>
        {one.isPlaced ? (
          <ButtonLink href={matchingPath(round.code)}>{t('unreachable.hold')}</ButtonLink>
        ) : null}
        <Form action={tryAddressPath} hidden={{ address, back: applicationPath(round.code, one.id) }}>
          <Button kind="quiet">{t('unreachable.try')}</Button>
        </Form>
      </Actions>
    </Notice>
  )
}

const namedAtMost = 10

type ReleaseProps = {
  locale: string
  round: Round
  people: readonly Unreachable[]
  waiting: Awaited<ReturnType<typeof answersWaiting>>
}

/** Before a release: whom its introductions would not reach, and whether the emails have gone that would tell. */
export const UnreachableNotice = ({ locale, round, people, waiting }: ReleaseProps) => {
  const t = words(locale)
  const placed = people.filter(({ isPlaced }) => isPlaced)
  const more = placed.length - namedAtMost
  return (
    <>
      {waiting.campaignId ? (
        <Notice
          tone="warning"
          title={t('answers-waiting.title', { count: waiting.count })}
          actions={
            <ButtonLink href={officeMailsOf({ campaign: waiting.campaignId })}>
              {t('answers-waiting.see')}
            </ButtonLink>
          }
        >
          {t('answers-waiting.text')}
        </Notice>
      ) : null}
      {placed.length > 0 ? (
        <Notice
          tone="warning"
          title={t('unreachable.notice', { count: placed.length })}
          actions={<ButtonLink href={unreachablePath(round.code)}>{t('unreachable.see')}</ButtonLink>}
        >
          <p>{t('unreachable.release')}</p>
          <ul class="inline-list">
            {placed.slice(0, namedAtMost).map(({ id, name, address }) => (
              <li>
                <a href={applicationPath(round.code, id)}>
                  <bdi>{name || address}</bdi>
                </a>
              </li>
            ))}
            {more > 0 ? <li>{t('unreachable.more', { count: more })}</li> : null}
          </ul>
        </Notice>
      ) : null}
    </>
  )
}
