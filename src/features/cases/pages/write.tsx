import { formats } from '../../../platform/formats.ts'
import { type FormState, formInWords } from '../../../platform/forms.ts'
import { errorWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import type { Reader } from '../emails.ts'
import type { LetterName } from '../letter.ts'
import { casePath, sendPath } from '../paths.ts'
import type { CaseLine } from '../queries/queue.ts'
import { words } from '../words.ts'
import { queueCrumbs } from './queue.tsx'

type WriteProps = {
  frame: Frame
  one: CaseLine
  name: LetterName
  to: Reader
  /** Who signs it. */
  from: string
  form: FormState
  /** Tells this form from the next: sent twice, it sends once. */
  once: string
}

/** An email that is ready, in its reader's language: sent as it is, or written anew. */
export const WritePage = ({ frame, one, name, to, from, form, once }: WriteProps) => {
  const t = words(frame.locale)
  const labels = { subject: t('write.subject'), text: t('write.text') }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const language = formats(frame.locale, 'UTC').language(to.locale)
  return (
    <OfficePage
      frame={frame}
      title={t(`letter.${name}.link`, { name: to.name })}
      lead={t('write.lead', { language })}
      crumbs={[
        ...queueCrumbs(frame),
        { href: casePath(one.number), label: t('named.case', { number: String(one.number) }) },
      ]}
      faults={faults}
    >
      <Form action={sendPath(one.number, name, to.applicationId)} hidden={{ once }} guard>
        <Field type="text" dir="auto" {...field('subject')} />
        <Field
          type="textarea"
          rows={12}
          hint={t(name === 'nudge' ? 'write.hint.nudge' : 'write.hint', { from })}
          {...field('text')}
        />
        <Actions>
          <Button kind="primary">{t('write.button', { name: to.name })}</Button>
          <a href={casePath(one.number)}>{t('part.cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}
