import type { Child } from 'hono/jsx'
import { Actions, Button, Form, type Frame, Page } from '../../../ui/index.ts'
import { rejoinPath, unsubscribePath } from '../paths.ts'
import { words } from '../words.ts'

type Props = { frame: Frame; token: string; list: string }

const known = ['topics', 'calls', 'replies', 'newsletter'] as const

/** Before anything changes: one sentence, one button. */
export const UnsubscribePage = ({ frame, token, list }: Props) => {
  const t = words(frame.locale)
  const about = known.find((one) => one === list) ?? 'other'
  return (
    <Page
      frame={frame}
      title={t(`unsubscribe.title.${about}`)}
      lead={t(`unsubscribe.lead.${about}`)}
      isUnlisted
    >
      <One to={unsubscribePath(token)}>
        <Button kind="primary">{t('unsubscribe.button')}</Button>
      </One>
      <p class="hint">{t('unsubscribe.unchanged')}</p>
    </Page>
  )
}

export const LeftPage = ({ frame, token }: Props) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('left.title')} lead={t('left.lead')} isUnlisted>
      <p>{t('left.rejoin-lead')}</p>
      <One to={rejoinPath(token)}>
        <Button>{t('left.rejoin')}</Button>
      </One>
    </Page>
  )
}

export const RejoinedPage = ({ frame, token }: Props) => {
  const t = words(frame.locale)
  return (
    <Page frame={frame} title={t('rejoined.title')} lead={t('rejoined.lead')} isUnlisted>
      <One to={unsubscribePath(token)}>
        <Button>{t('rejoined.leave')}</Button>
      </One>
    </Page>
  )
}

const One = ({ to, children }: { to: string; children: Child }) => (
  <Form action={to}>
    <Actions>{children}</Actions>
  </Form>
)
