import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { confirmWords, errorWords } from '../../../../platform/say.ts'
import { Confirm, Field, type Frame, Notice, OfficePage } from '../../../../ui/index.ts'
import { deskPath, officePostPath, postActPath, postPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { words } from '../../words.ts'

type Props = { frame: Frame; post: DeskPost; origin: string }

const crumbsTo = ({ frame, post }: Props) => [
  { href: deskPath, label: words(frame.locale)('desk.title') },
  { href: officePostPath(post.id), label: post.title },
]

/** Asks before a post comes out at once: what happens, and who is told. */
export const PublishPage = (props: Props) => {
  const { frame, post, origin } = props
  const t = words(frame.locale)
  const names = { title: post.title, url: origin + postPath(post.slug) }
  return (
    <OfficePage frame={frame} title={t('publish.title')} crumbs={crumbsTo(props)}>
      {post.stage === 'review' ? null : <Notice tone="warning">{t('out.unread')}</Notice>}
      <Confirm
        action={postActPath(post.id, 'publish')}
        words={confirmWords(frame.locale)}
        what={[t('publish.what.page', names), t('publish.what.feeds')]}
        whom={t('publish.whom')}
        undo={t('publish.undo')}
        button={t('do.publish')}
        cancel={{ href: officePostPath(post.id), label: t('cancel') }}
      />
    </OfficePage>
  )
}

/** Asks before a public post is taken back, and why it is. */
export const WithdrawPage = (props: Props & { form: FormState }) => {
  const { frame, post, origin, form } = props
  const t = words(frame.locale)
  const labels = { because: t('field.because') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  return (
    <OfficePage frame={frame} title={t('do.withdraw')} crumbs={crumbsTo(props)} faults={faults}>
      <Confirm
        action={postActPath(post.id, 'withdraw')}
        words={confirmWords(frame.locale)}
        what={[t('withdraw.what.page', { url: origin + postPath(post.slug) }), t('withdraw.what.feeds')]}
        whom={t('withdraw.whom')}
        undo={t('withdraw.undo')}
        button={t('do.withdraw')}
        cancel={{ href: officePostPath(post.id), label: t('cancel') }}
      >
        <Field type="textarea" rows={3} hint={t('field.because.hint')} {...field('because')} />
      </Confirm>
    </OfficePage>
  )
}
