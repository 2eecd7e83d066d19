import type { FormState } from '../../../platform/forms.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { enterPath, reprintsPath } from '../paths.ts'
import { words } from '../words.ts'
import { AskFields, inWords } from './fields.tsx'

/** An editor enters who wants to reprint a post; its authors are asked at once. */
export const EnterPage = ({ frame, form }: { frame: Frame; form: FormState }) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, 'editor')
  return (
    <OfficePage
      frame={frame}
      title={t('enter.title')}
      lead={t('enter.lead')}
      crumbs={[{ href: reprintsPath, label: t('log.title') }]}
      faults={faults}
    >
      <Form action={enterPath} guard>
        <Field type="text" dir="ltr" hint={t('field.post.hint')} {...field('post')} />
        <AskFields frame={frame} form={form} asks="editor" />
        <Actions>
          <Button kind="primary">{t('enter.button')}</Button>
        </Actions>
      </Form>
    </OfficePage>
  )
}
