import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Form,
  type Frame,
  Notice,
  OfficePage,
  Table,
} from '../../../ui/index.ts'
import { officePostPath } from '../../posts/index.ts'
import { draftPostPath, reflectionPath, reflectionsPath, setAsidePath } from '../paths.ts'
import type { Reflection } from '../reflection.ts'
import { words } from '../words.ts'
import { ReflectionText } from './text.tsx'

/** Reflections that were shared with the office, those nobody has looked after first. */
export const ReflectionsPage = ({ frame, shared }: { frame: Frame; shared: readonly Reflection[] }) => {
  const t = words(frame.locale)
  return (
    <OfficePage frame={frame} title={t('office.title')} lead={t('office.lead')}>
      <Table
        caption={t('office.title')}
        captionHidden
        rows={shared}
        empty={<Empty title={t('office.none')} text={t('office.none.text')} />}
        columns={[
          {
            label: t('field.title'),
            head: true,
            cell: ({ id, title }) => (
              <a href={reflectionPath(id)} dir="auto">
                {title}
              </a>
            ),
          },
          { label: t('field.audience'), cell: ({ audience }) => t(`meant.${audience}`) },
          { label: t('column.state'), cell: (one) => t(`handled.${handledOf(one)}`) },
        ]}
      />
    </OfficePage>
  )
}

const handledOf = ({ postId, readAt }: Reflection) =>
  postId !== null ? 'drafted' : readAt !== null ? 'aside' : 'new'

/** One of them, and what an editor can make of it. */
export const ReflectionPage = ({
  frame,
  reflection,
  mayTake,
}: {
  frame: Frame
  reflection: Reflection
  mayTake: boolean
}) => {
  const t = words(frame.locale)
  const handled = handledOf(reflection)
  const isOffered = mayTake && reflection.audience === 'blog' && handled !== 'drafted'
  return (
    <OfficePage
      frame={frame}
      title={t('office.one')}
      crumbs={[{ href: reflectionsPath, label: t('office.title') }]}
    >
      <Notice
        title={t(`meant.${reflection.audience}`)}
        actions={
          mayTake && reflection.postId ? (
            <ButtonLink href={officePostPath(reflection.postId)}>{t('office.to-post')}</ButtonLink>
          ) : undefined
        }
      >
        {t(`handled.${handled}.text`)}
      </Notice>
      <ReflectionText frame={frame} reflection={reflection} />
      {isOffered ? (
        <Form action={draftPostPath(reflection.id)}>
          <Actions>
            <Button kind="primary">{t('office.draft')}</Button>
          </Actions>
        </Form>
      ) : null}
      {isOffered && handled === 'new' ? (
        <Form action={setAsidePath(reflection.id)}>
          <Actions>
            <Button>{t('office.aside')}</Button>
          </Actions>
        </Form>
      ) : null}
    </OfficePage>
  )
}
