import { Actions, Button, Form, type Frame, Notice, Page } from '../../../ui/index.ts'
import type { CommentState, Decision } from '../comment.ts'
import { decidePath, queuePath } from '../paths.ts'
import { words } from '../words.ts'
import { OneComment } from './comment.tsx'

type Props = {
  frame: Frame
  token: string
  decision: Decision
  comment: { name: string; text: string; title: string; revision: number; state: CommentState }
}

/** Where a link of an editor's email leads: the comment as it is now, and one button. */
export const DecidePage = ({ frame, token, decision, comment }: Props) => {
  const t = words(frame.locale)
  const isDone = comment.state === decision
  return (
    <Page frame={frame} title={t(isDone ? 'one.done' : `one.title.${decision}`)} isUnlisted>
      <p class="hint">{t('mail.waiting.one', { name: comment.name, title: comment.title })}</p>
      <OneComment text={comment.text} />
      {comment.state === 'waiting' || isDone ? null : (
        <Notice tone="warning">{t(`one.already.${comment.state === 'shown' ? 'shown' : 'gone'}`)}</Notice>
      )}
      {isDone ? null : (
        <Form action={decidePath(token, decision)} hidden={{ revision: String(comment.revision) }}>
          <Actions>
            <Button kind="primary">{t(`decide.${decision}`)}</Button>
          </Actions>
        </Form>
      )}
      <p>
        <a href={queuePath}>{t('one.queue')}</a>
      </p>
    </Page>
  )
}
