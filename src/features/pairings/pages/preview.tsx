import type { Email } from '../../../platform/mail/index.ts'
import { Actions, ButtonLink, Facts, type Frame, OfficePage, OwnWords } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { deskCrumbs } from '../../scenarios/index.ts'
import { words } from '../words.ts'

/** `laidOut` is the address of the mail as a mail programme would show it. */
type PreviewProps = { frame: Frame; round: Round; email: Email; laidOut: string }

/** A mail as one person will get it: its head and its text; the laid-out version has an address of its own. */
export const PreviewPage = ({ frame, round, email, laidOut }: PreviewProps) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('preview.title', { name: email.toName ?? email.to })}
      lead={t('preview.lead')}
      crumbs={deskCrumbs(round, frame.locale)}
    >
      <Facts
        facts={[
          { term: t('preview.to'), detail: <bdi>{`${email.toName ?? ''} <${email.to}>`.trim()}</bdi> },
          { term: t('preview.subject'), detail: <OwnWords lang={email.locale}>{email.subject}</OwnWords> },
        ]}
      />
      <Actions>
        <ButtonLink href={laidOut}>{t('preview.html')}</ButtonLink>
      </Actions>
      <h2>{t('preview.text')}</h2>
      <pre class="letter" lang={email.locale} dir="auto">
        {email.text}
      </pre>
    </OfficePage>
  )
}
