import { formats } from '../../../../platform/formats.ts'
import type { Email } from '../../../../platform/mail/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Facts,
  Form,
  type Frame,
  OfficePage,
  Tabs,
} from '../../../../ui/index.ts'
import { issueDrawnPath, issuePath, issuePreviewPath, issueTestPath } from '../../paths.ts'
import type { FullIssue } from '../../queries/issues.ts'
import { words } from '../../words.ts'
import { crumbs, titleOf } from './issue.tsx'

type Props = { frame: Frame; issue: FullIssue; locale: string; email: Email; own: string | null }

/** The email as it would be sent now: plain text, the way to see it drawn, and to get it oneself. */
export const IssuePreviewPage = ({ frame, issue, locale, email, own }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, 'UTC')
  const kilobytes = Math.ceil((Buffer.byteLength(email.text) + Buffer.byteLength(email.html)) / 1000)
  return (
    <OfficePage
      frame={frame}
      title={t('preview.title')}
      lead={t('preview.lead')}
      crumbs={[...crumbs(frame), { href: issuePath(issue.id), label: titleOf(frame, issue) }]}
      actions={<ButtonLink href={issueDrawnPath(issue.id, locale)}>{t('preview.drawn')}</ButtonLink>}
    >
      <Tabs
        label={t('list.languages')}
        tabs={issue.texts.map((text) => ({
          href: issuePreviewPath(issue.id, text.locale),
          label: say.language(text.locale),
          current: text.locale === locale,
        }))}
      />
      <Facts
        facts={[
          { term: t('text.subject'), detail: email.subject },
          { term: t('preview.size'), detail: t('preview.kilobytes', { size: say.number(kilobytes) }) },
        ]}
      />
      {own === null ? null : (
        <Form action={issueTestPath(issue.id, locale)}>
          <Actions>
            <Button>{t('preview.test', { email: own })}</Button>
          </Actions>
        </Form>
      )}
      <h2>{t('preview.text')}</h2>
      <pre class="plain-mail" lang={email.locale} dir="auto">
        {email.text}
      </pre>
    </OfficePage>
  )
}
