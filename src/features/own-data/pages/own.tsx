import type { Child } from 'hono/jsx'
import { formats } from '../../../platform/formats.ts'
import { confirmWords } from '../../../platform/say.ts'
import { branch } from '../../../platform/words.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Notice,
  Page,
  Table,
} from '../../../ui/index.ts'
import { versionName } from '../../pages/index.ts'
import { peoplePath, settingsPath } from '../../people/index.ts'
import { roundTitle } from '../../rounds/index.ts'
import { copyUntil, graceDays } from '../erasure.ts'
import { copyPath, dataPath, erasePath, stayHerePath, zipPath } from '../paths.ts'
import type { Consent } from '../queries/consents.ts'
import type { Copy } from '../queries/copies.ts'
import type { OpenErasure } from '../queries/erasures.ts'
import { words } from '../words.ts'
import { keptIn } from './kept.ts'
import type { Spans } from './spans.ts'

type Props = { frame: Frame; zone: string; copy: Copy | null; consents: Consent[]; spans: Spans }

/** What is kept of the reader and why, in plain words, with the ways to take it along and to have it erased. */
export const OwnDataPage = (props: Props) => {
  const { frame, spans } = props
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('own.title')} lead={t('own.lead')}>
      <h2>{t('own.copy.title')}</h2>
      <CopyPart {...props} />
      <h2>{t('own.kept.title')}</h2>
      <Table
        caption={t('own.kept.title')}
        captionHidden
        rows={keptIn(frame.locale, spans)}
        columns={[
          { label: t('own.col.chapter'), head: true, cell: ({ about }) => about },
          { label: t('own.col.what'), cell: ({ what }) => what },
          { label: t('own.col.long'), cell: ({ long }) => long },
        ]}
      />
      <p>{t('own.seen')}</p>
      <h2>{t('own.consents.title')}</h2>
      <Consents {...props} />
      <p>
        <a href={settingsPath}>{t('own.settings')}</a>
      </p>
      <h2>{t('own.erase.title')}</h2>
      <p>{t('own.erase.text', { days: graceDays })}</p>
      <p>
        <a href={erasePath}>{t('own.erase.link')}</a>
      </p>
    </Page>
  )
}

const CopyPart = ({ frame, zone, copy }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  if (copy && !copy.readyAt) return <Notice tone="info">{t('own.copy.making')}</Notice>
  return (
    <>
      <p>{t('own.copy.text')}</p>
      {copy?.readyAt ? (
        <Notice tone="success" title={t('own.copy.ready')}>
          <p>{t('own.copy.until', { until: say.instant(copyUntil(copy.readyAt)) })}</p>
          <ButtonLink href={zipPath} kind="primary">
            {t('own.copy.download')}
          </ButtonLink>
        </Notice>
      ) : null}
      <Form action={copyPath}>
        <Actions>
          <Button kind={copy ? undefined : 'primary'}>
            {t(copy ? 'own.copy.again' : 'own.copy.button')}
          </Button>
        </Actions>
      </Form>
    </>
  )
}

const Consents = ({ frame, zone, consents }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <Table
      caption={t('own.consents.title')}
      captionHidden
      rows={consents}
      empty={<Empty title={t('own.consents.none')} text={t('own.consents.none.text')} />}
      columns={[
        {
          label: t('own.consents.to'),
          head: true,
          cell: ({ purpose, round, version }): Child =>
            t('consent.to', {
              purpose: branch(purpose),
              round: round ? roundTitle(frame.locale, round) : 'none',
              version: version === null ? 'none' : versionName(version, frame.locale),
            }),
        },
        { label: t('own.consents.answer'), cell: ({ given }) => t(given ? 'yes' : 'no') },
        { label: t('own.consents.when'), cell: ({ at }) => say.instant(at) },
        { label: t('own.consents.how'), cell: ({ how }) => t(`consent.how.${how}`) },
      ]}
    />
  )
}

/** What goes and what stays, before it is asked for. */
export const ErasePage = ({ frame, isLastDirector }: { frame: Frame; isLastDirector: boolean }) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('erase.title')} lead={t('erase.lead')}>
      {isLastDirector ? (
        <Notice tone="warning" title={t('erase.last-director')}>
          <p>{t('erase.last-director.text')}</p>
          <a href={peoplePath}>{t('erase.last-director.link')}</a>
        </Notice>
      ) : (
        <>
          <h2>{confirmWords(frame.locale).what}</h2>
          <ul>
            <li>{t('erase.now')}</li>
            <li>{t('erase.after', { days: graceDays })}</li>
            <li>{t('erase.partner')}</li>
            <li>{t('erase.backups')}</li>
          </ul>
          <h2>{t('erase.stays')}</h2>
          <p>{t('erase.stays.text')}</p>
          <h2>{confirmWords(frame.locale).undo}</h2>
          <p>{t('erase.undo.text', { days: graceDays })}</p>
          <Form action={erasePath}>
            <Actions>
              <Button kind="danger">{t('erase.button')}</Button>
              <a href={dataPath}>{t('erase.cancel')}</a>
            </Actions>
          </Form>
        </>
      )}
    </Page>
  )
}

/** After asking: the reader is signed out by then. */
export const GoodbyePage = ({ frame }: { frame: Frame }) => {
  const t = words(frame.locale)
  return <Page frame={frame} title={t('goodbye.title')} lead={t('goodbye.lead', { days: graceDays })} />
}

/** Takes it back, by one button: looking changes nothing. */
export const StayHerePage = ({
  frame,
  secret,
  erasure,
}: {
  frame: Frame
  secret: string
  erasure: OpenErasure
}) => {
  const t = words(frame.locale)
  const at = formats(frame.locale, erasure.zone).instant(erasure.askedAt)
  return (
    <Page
      frame={frame}
      title={t('stay-here.title')}
      lead={t('stay-here.lead', { at, site: frame.site.name })}
    >
      <Form action={stayHerePath(secret)}>
        <Actions>
          <Button kind="primary">{t('stay-here.button')}</Button>
        </Actions>
      </Form>
      <p>{t('stay-here.not')}</p>
    </Page>
  )
}
