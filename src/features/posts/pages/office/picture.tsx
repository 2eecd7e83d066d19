import { type FormState, formInWords } from '../../../../platform/forms.ts'
import { refusalOrErrorWords } from '../../../../platform/say.ts'
import { Actions, Button, Form, type Frame, OfficePage } from '../../../../ui/index.ts'
import { type Picture, PictureFields, pictureLabels } from '../../../media/index.ts'
import { deskPath, officePostPath, postActPath } from '../../paths.ts'
import type { DeskPost } from '../../queries/desk.ts'
import { words } from '../../words.ts'

type Props = { frame: Frame; post: DeskPost; picture: Picture | null; form: FormState }

/** The picture that leads a post. */
export const PicturePage = ({ frame, post, picture, form }: Props) => {
  const t = words(frame.locale)
  const say = refusalOrErrorWords(words, frame.locale)
  const { field, faults } = formInWords(frame.locale, pictureLabels(frame.locale, picture), form, say)
  return (
    <OfficePage
      frame={frame}
      title={t('picture.title', { title: post.title })}
      lead={t('picture.lead')}
      crumbs={[
        { href: deskPath, label: t('desk.title') },
        { href: officePostPath(post.id), label: post.title },
      ]}
      faults={faults}
    >
      <Form action={postActPath(post.id, 'picture')} upload guard hidden={{ pictureId: picture?.id ?? '' }}>
        <PictureFields frame={frame} field={field} picture={picture} />
        <Actions>
          <Button kind="primary">{t('picture.save')}</Button>
          <a href={officePostPath(post.id)}>{t('write.leave')}</a>
        </Actions>
      </Form>
      {post.mediaId ? (
        <Form action={postActPath(post.id, 'picture/remove')}>
          <Button>{t('picture.remove')}</Button>
        </Form>
      ) : null}
    </OfficePage>
  )
}
