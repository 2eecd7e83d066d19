import { Actions, Button, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import type { NewContribution } from '../actions/sending.ts'
import type { Rule } from '../contribution.ts'
import { againPath, sendPath } from '../paths.ts'
import { words } from '../words.ts'
import type { ShownPicture } from './fields.tsx'
import { ContributionText } from './text.tsx'

type Props = {
  frame: Frame
  contribution: NewContribution
  picture: ShownPicture | null
  /** All that was typed, and the proof of when. */
  hidden: Record<string, string>
  /** Why it was not sent, where it was tried. */
  again: 'quick' | 'old' | null
  rule: Rule
  /** Where we write to. */
  email: string
}

/** The contribution once more before it is sent. This page alone is good for sending it, and for once. */
export const CheckPage = ({ frame, contribution, picture, hidden, again, rule, email }: Props) => {
  const t = words(frame.locale)
  const { kind } = contribution
  return (
    <Page frame={frame} title={t('check.title')} lead={t('check.lead')} isUnlisted>
      {again ? (
        <Notice tone="warning" isNews>
          {t(`check.${again}`)}
        </Notice>
      ) : null}
      <ContributionText frame={frame} written={contribution} picture={picture} />
      <Notice>{t('check.email', { email, days: rule.answerDays })}</Notice>
      <Form action={sendPath(kind)} hidden={hidden}>
        <Actions>
          <Button kind="primary">{t(`check.${kind}.send`)}</Button>
          <Button formaction={againPath(kind)}>{t('check.change')}</Button>
        </Actions>
      </Form>
    </Page>
  )
}
