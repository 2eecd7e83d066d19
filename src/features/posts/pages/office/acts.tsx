import { dayIn, localTime } from '../../../../platform/days.ts'
import { formats } from '../../../../platform/formats.ts'
import type { FormField } from '../../../../platform/forms.ts'
import { platformWords } from '../../../../platform/say.ts'
import { Actions, Button, ButtonLink, Disclosure, Field, Form, Notice } from '../../../../ui/index.ts'
import { isOfTopic, lacksAgreement } from '../../course.ts'
import { postActPath, postPath, writePostPath } from '../../paths.ts'
import { hasBeenPublic } from '../../post.ts'
import { words } from '../../words.ts'
import type { PostPageProps } from './post-props.ts'
import { AssignFields } from './propose.tsx'

/** The fields of all forms on the page of a post, each under a name of its own. */
export const actFields = [
  'assignee',
  'dueOn',
  'reviewer',
  'message',
  'remark',
  'at',
  'note',
  'address',
] as const
export type ActField = (typeof actFields)[number]
export type ActsProps = PostPageProps & { field(name: ActField): FormField }

/** What can be done with a post as it stands, the next step first. */
export const Acts = (props: ActsProps) => {
  const { frame, post, acts, actorId } = props
  const t = words(frame.locale)
  const can = (act: (typeof acts)[number]) => acts.includes(act)
  const isWriter = post.assigneeId === actorId
  return (
    <>
      {can('claim') ? <Press {...props} act="claim" kind="primary" /> : null}
      {can('give-back') || can('submit') || post.withdrawnAt ? null : (
        <Actions>
          <ButtonLink kind={isWriter && !can('claim') ? 'primary' : 'quiet'} href={writePostPath(post.id)}>
            {t('do.write')}
          </ButtonLink>
        </Actions>
      )}
      {can('submit') ? <Submit {...props} /> : null}
      {can('give-back') ? <Review {...props} /> : null}
      {can('take-back') ? <Press {...props} act="take-back" /> : null}
      {post.agreedRevision === null ? null : <Agreement {...props} />}
      {can('approve') && !lacksAgreement(post) ? <ComesOut {...props} /> : null}
      {isOfTopic(post) && props.release ? (
        <Notice actions={<ButtonLink href={props.release.href}>{props.release.label}</ButtonLink>}>
          {t('topic.text')}
        </Notice>
      ) : null}
      {can('unschedule') ? <Press {...props} act="unschedule" /> : null}
      {can('restore') ? <Press {...props} act="restore" /> : null}
      {can('assign') ? <Assign {...props} /> : null}
      {can('withdraw') ? (
        <Actions>
          <ButtonLink href={postActPath(post.id, 'withdraw')}>{t('do.withdraw')}</ButtonLink>
        </Actions>
      ) : null}
      {can('move') ? <Move {...props} /> : null}
    </>
  )
}

/** Whether its author outside the office has agreed to the text it has now, without whom it does not come out. */
const Agreement = ({ frame, post, release }: ActsProps) => {
  const t = words(frame.locale)
  const lacks = lacksAgreement(post)
  const isOut = hasBeenPublic(post, frame.now)
  const said = isOut ? (lacks ? 'changed' : 'given') : lacks ? 'lacks' : post.publishAt ? 'scheduled' : 'has'
  return (
    <Notice
      tone={isOut ? 'info' : lacks ? 'warning' : 'success'}
      actions={release ? <ButtonLink href={release.href}>{release.label}</ButtonLink> : undefined}
    >
      {t(`agreement.${said}`)}
    </Notice>
  )
}

const Press = (
  props: ActsProps & { act: 'claim' | 'take-back' | 'unschedule' | 'restore'; kind?: 'primary' },
) => (
  <Form action={postActPath(props.post.id, props.act)}>
    <Actions>
      <Button kind={props.kind ?? 'quiet'}>{words(props.frame.locale)(`do.${props.act}`)}</Button>
    </Actions>
  </Form>
)

const Submit = ({ frame, post, editors, actorId, field }: ActsProps) => {
  const t = words(frame.locale)
  const writer = post.assigneeId ?? actorId
  return (
    <>
      <Actions>
        <ButtonLink kind="primary" href={writePostPath(post.id)}>
          {t('do.write')}
        </ButtonLink>
      </Actions>
      <Disclosure
        summary={t('do.submit.title')}
        open={Boolean(field('reviewer').error ?? field('message').error)}
      >
        <Form action={postActPath(post.id, 'submit')}>
          <p>{t('do.submit.text')}</p>
          <Field
            type="select"
            placeholder={t('reader.any')}
            optional={platformWords(frame.locale)('form.optional')}
            options={editors
              .filter(({ id }) => id !== writer)
              .map(({ id, name }) => ({ value: id, label: name }))}
            {...field('reviewer')}
          />
          <Field
            type="textarea"
            rows={3}
            optional={platformWords(frame.locale)('form.optional')}
            {...field('message')}
          />
          <Actions>
            <Button>{t('do.submit')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </>
  )
}

const Review = ({ frame, post, field }: ActsProps) => {
  const t = words(frame.locale)
  return (
    <>
      <Actions>
        <ButtonLink href={writePostPath(post.id)}>{t('do.write.review')}</ButtonLink>
      </Actions>
      <Disclosure summary={t('do.give-back.title')} open={Boolean(field('remark').error)}>
        <Form action={postActPath(post.id, 'give-back')}>
          <Field type="textarea" rows={4} hint={t('field.remark.hint')} {...field('remark')} />
          <Actions>
            <Button>{t('do.give-back')}</Button>
          </Actions>
        </Form>
      </Disclosure>
    </>
  )
}

/** Sets the time at which it comes out; or leads to publishing it now, which says first what happens. */
const ComesOut = ({ frame, post, now, actorId, field, hinders }: ActsProps) => {
  const t = words(frame.locale)
  const isRead = post.stage === 'review' || post.publishAt !== null
  if (hinders)
    return (
      <Notice tone="warning" title={t('out.hinders.title')}>
        {t('out.hinders.text')}
      </Notice>
    )
  return (
    <Disclosure summary={t('out.title')} open={post.stage === 'review' || Boolean(field('at').error)}>
      {isRead || post.assigneeId !== actorId ? null : <p>{t('out.unread')}</p>}
      <Form action={postActPath(post.id, 'schedule')}>
        <Field
          type="datetime-local"
          width="medium"
          hint={t('field.at.hint')}
          suffix={formats(frame.locale, post.zone).zone(post.zone, dayIn(post.publishAt ?? now, post.zone))}
          {...field('at')}
          value={field('at').value || (post.publishAt ? localTime(post.publishAt, post.zone) : '')}
        />
        <Actions>
          <Button kind={post.stage === 'review' ? 'primary' : 'quiet'}>
            {t(post.publishAt ? 'do.schedule.again' : 'do.schedule')}
          </Button>
          <ButtonLink href={postActPath(post.id, 'publish')}>{t('do.publish')}</ButtonLink>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const Assign = ({ frame, post, editors, field }: ActsProps) => {
  const t = words(frame.locale)
  const isOpen = Boolean(field('assignee').error ?? field('dueOn').error)
  return (
    <Disclosure summary={t(post.assignee ? 'do.assign.again' : 'do.assign.title')} open={isOpen}>
      <Form action={postActPath(post.id, 'assign')}>
        <AssignFields frame={frame} editors={editors} field={field} />
        <Actions>
          <Button>{t('do.assign')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}

const Move = ({ frame, post, origin, field }: ActsProps) => {
  const t = words(frame.locale)
  return (
    <Disclosure summary={t('do.move.title')} open={Boolean(field('address').error)}>
      <Form action={postActPath(post.id, 'move')}>
        <p>{t('do.move.text', { url: origin + postPath(post.slug) })}</p>
        <Field type="text" dir="ltr" hint={t('field.address.hint')} {...field('address')} />
        <Actions>
          <Button>{t('do.move')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
