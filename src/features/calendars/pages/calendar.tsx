import { formats } from '../../../platform/formats.ts'
import { Actions, Button, ButtonLink, Field, Form, type Frame, Page } from '../../../ui/index.ts'
import { settingsPath } from '../../people/index.ts'
import { renewCalendarPath } from '../paths.ts'
import { words } from '../words.ts'

type CalendarProps = {
  frame: Frame
  /** The whole address that programs ask for. */
  address: string
  zone: string
  /** `YYYY-MM-DD` */
  today: string
}

/** Where someone finds the address of their calendar, and makes another. */
export const CalendarPage = ({ frame, address, zone, today }: CalendarProps) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('feed.title')} lead={t('feed.lead')}>
      <Actions>
        <ButtonLink kind="primary" href={address.replace(/^https?:/, 'webcal:')}>
          {t('feed.open')}
        </ButtonLink>
      </Actions>
      <p class="hint">{t('feed.open.hint')}</p>
      <Field
        type="url"
        name="address"
        label={t('feed.address')}
        hint={t('feed.address.hint')}
        value={address}
        dir="ltr"
        readonly
      />
      <p>
        {t('feed.clock', { zone: formats(frame.locale, zone).zone(zone, today) })}{' '}
        <a href={settingsPath}>{t('feed.clock.link')}</a>
      </p>
      <h2>{t('feed.private.title')}</h2>
      <p>{t('feed.private')}</p>
      <Form action={renewCalendarPath}>
        <Actions>
          <Button>{t('feed.renew')}</Button>
        </Actions>
        <p class="hint">{t('feed.renew.hint')}</p>
      </Form>
    </Page>
  )
}
