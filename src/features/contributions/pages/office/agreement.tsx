import { Actions, Button, ButtonLink, Disclosure, Field, Form } from '../../../../ui/index.ts'
import { revisionsPath } from '../../../posts/index.ts'
import { agreementDays, daysSince, mayBeWaived } from '../../contribution.ts'
import { actPath } from '../../paths.ts'
import { words } from '../../words.ts'
import type { WithFields } from './props.ts'

/** Asking its author to agree to the edited text; and what a director can do when they do not answer. */
export const AskingAuthor = (props: WithFields) => {
  const { frame, contribution, now } = props
  const t = words(frame.locale)
  const { id, post, askedRevision, askedAt, name } = contribution
  if (post === null) return null
  const isOld = askedRevision !== null && askedRevision !== post.revision
  return (
    <section>
      <h2>{t('proof.title')}</h2>
      <p>
        {askedAt === null
          ? t('proof.text', { name })
          : t(isOld ? 'proof.newer' : 'proof.asked', { name, days: daysSince(askedAt, now) })}
      </p>
      <Form action={actPath(id, 'proof')} hidden={{ seen: askedAt?.toISOString() ?? '' }}>
        <Actions>
          <Button kind={askedAt === null ? 'primary' : 'quiet'}>
            {t(askedAt === null ? 'do.proof' : 'do.proof.again')}
          </Button>
          <ButtonLink href={revisionsPath(post.id)}>{t('proof.compare')}</ButtonLink>
        </Actions>
      </Form>
      {mayBeWaived(askedAt, now) ? <Waiving {...props} /> : null}
    </section>
  )
}

const Waiving = ({ frame, contribution, mayWaive, field }: WithFields) => {
  const t = words(frame.locale)
  if (!mayWaive) return <p>{t('waive.director', { days: agreementDays.waiver })}</p>
  return (
    <Disclosure summary={t('do.waive.title')} open={Boolean(field('because').error)}>
      <Form action={actPath(contribution.id, 'waive')}>
        <p>{t('do.waive.text')}</p>
        <Field type="textarea" rows={3} hint={t('field.because.hint')} {...field('because')} />
        <Actions>
          <Button kind="danger">{t('do.waive')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
