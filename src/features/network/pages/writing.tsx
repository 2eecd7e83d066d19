import type { Transport } from '../../../platform/config.ts'
import type { FormState } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import { platformWords } from '../../../platform/say.ts'
import { Actions, Button, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { testEmailPath, writingPath } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsOf, inWords, languageName } from './form.ts'
import { Save } from './forms.tsx'

type Props = {
  frame: Frame
  network: Network
  form: FormState
  address: string
  to: string | null
  by: Transport
}

/**
 * How the network writes: whom emails come from, where answers go, how they end.
 *
 * @param props.address what emails are sent from, which is the operator's
 * @param props.to who gets the test
 * @param props.by how, if at all
 */
export const WritingPage = (props: Props) => {
  const { frame } = props
  const t = words(frame.locale)
  const { faults } = inWords(frame, props.form, labelsOf(props))
  return (
    <OfficePage
      frame={frame}
      title={t('writing.title')}
      lead={t('writing.lead', { address: props.address })}
      crumbs={crumbsOf(frame)}
      faults={faults}
    >
      <Fields {...props} />
      {props.to === null ? null : <Test frame={frame} to={props.to} by={props.by} />}
    </OfficePage>
  )
}

function labelsOf({ frame, network }: Props): Record<string, string> {
  const t = words(frame.locale)
  const signatures = network.locales.map((locale) => [
    `signature-${locale}`,
    t('writing.signature.in', { language: languageName(frame, locale) }),
  ])
  return {
    senderName: t('writing.sender'),
    replyTo: t('writing.reply-to'),
    ...Object.fromEntries(signatures),
    postal: t('writing.postal'),
  }
}

const Fields = (props: Props) => {
  const { frame, network, form } = props
  const t = words(frame.locale)
  const { field } = inWords(frame, form, labelsOf(props))
  const optional = platformWords(frame.locale)('form.optional')
  return (
    <Form action={writingPath}>
      <Field type="text" hint={t('writing.sender.hint')} optional={optional} {...field('senderName')} />
      <Field
        type="email"
        dir="ltr"
        hint={t('writing.reply-to.hint', { address: props.address })}
        optional={optional}
        {...field('replyTo')}
      />
      {network.locales.map((locale) => (
        <Field
          type="textarea"
          rows={3}
          hint={t('writing.signature.hint')}
          optional={optional}
          {...field(`signature-${locale}`)}
        />
      ))}
      <Field type="text" hint={t('writing.postal.hint')} optional={optional} {...field('postal')} />
      <Save frame={frame} />
    </Form>
  )
}

const Test = ({ frame, to, by }: { frame: Frame; to: string; by: Transport }) => {
  const t = words(frame.locale)
  return (
    <section>
      <h2>{t('test.title')}</h2>
      <p>{t('test.text', { to, by })}</p>
      <Form action={testEmailPath}>
        <Actions>
          <Button>{t('test.send')}</Button>
        </Actions>
      </Form>
    </section>
  )
}
