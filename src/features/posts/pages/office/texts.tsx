import { formats } from '../../../../platform/formats.ts'
import { Actions, Button, Field, Filters, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { deskPath, officePostPath, restorePath, revisionsPath } from '../../paths.ts'
import type { DeskPost, ListedRevision } from '../../queries/desk.ts'
import type { Revision } from '../../revision.ts'
import { words } from '../../words.ts'
import { ComparedTexts } from '../compared.tsx'

type Props = {
  frame: Frame
  post: DeskPost
  revisions: readonly ListedRevision[]
  before: Revision
  after: Revision
  mayWork: boolean
}

/** Two texts of a post side by side, and the way back to an earlier one. */
export const TextsPage = (props: Props) => {
  const { frame, post, before, after, mayWork } = props
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('texts.title')}
      lead={t('compare.lead')}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
    >
      <Choose {...props} />
      <ComparedTexts
        {...{ frame, before, after }}
        caption={t('compare.caption', { before: before.number, after: after.number })}
        heads={[t('compare.text', { number: before.number }), t('compare.text', { number: after.number })]}
      />
      {mayWork && before.number !== post.revision ? (
        <Form action={restorePath(post.id)} hidden={{ number: String(before.number) }}>
          <p>{t('restore.text', { number: before.number, now: post.revision })}</p>
          <Actions>
            <Button>{t('restore', { number: before.number })}</Button>
          </Actions>
        </Form>
      ) : null}
      <p>
        <a href={officePostPath(post.id)}>{t('write.leave')}</a>
        {after.number === post.revision ? null : ` · ${t('compare.not-newest', { now: post.revision })}`}
      </p>
    </OfficePage>
  )
}

const Choose = ({ frame, post, revisions, before, after }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, post.zone)
  const options = revisions.map(({ number, at, by, kind }) => ({
    value: String(number),
    label: t(`texts.${kind as 'saved'}`, { number, at: say.instant(at), by: by ?? frame.site.name }),
  }))
  return (
    <Filters action={revisionsPath(post.id)} label={t('compare.choose')} submit={t('compare.show')}>
      <Field
        type="select"
        name="before"
        label={t('compare.before')}
        options={options}
        value={`${before.number}`}
      />
      <Field
        type="select"
        name="after"
        label={t('compare.after')}
        options={options}
        value={`${after.number}`}
      />
    </Filters>
  )
}
