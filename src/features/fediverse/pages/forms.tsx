import type { FormState } from '../../../platform/forms.ts'
import type { Network } from '../../../platform/network/index.ts'
import { confirmWords, platformWords } from '../../../platform/say.ts'
import { Actions, Button, Confirm, Field, Form, type Frame, OfficePage } from '../../../ui/index.ts'
import { type Channel, fullHandle } from '../channel.ts'
import { addChannelPath, fediversePath, knownAsPath, movePath, turnOffPath } from '../paths.ts'
import { words } from '../words.ts'
import { around, inWords } from './form.ts'
import { HandleField } from './handle.tsx'

type Props = { frame: Frame; network: Network; form: FormState }

const Cancel = ({ frame }: { frame: Frame }) => (
  <a href={fediversePath}>{platformWords(frame.locale)('cancel')}</a>
)

/** One more channel: of a tag, or of a topic of a round. */
export const ChannelPage = ({ frame, network, form }: Props) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { of: t('channel.of'), handle: t('channel.handle') })
  return (
    <OfficePage {...around(frame)} title={t('channel.title')} lead={t('channel.lead')} faults={faults}>
      <Form action={addChannelPath}>
        <Field type="text" width="medium" hint={t('channel.of.hint')} {...field('of')} />
        <HandleField {...{ frame, network }} field={field('handle')} />
        <Actions>
          <Button kind="primary">{t('channel.button')}</Button>
          <Cancel frame={frame} />
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Which accounts elsewhere are the network's as well, before their followers are moved here. */
export const KnownAsPage = (props: Props & { channel: Channel; missing: readonly string[] }) => {
  const { frame, network, form, channel, missing } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { accounts: t('known-as.accounts') }, missing)
  const handle = fullHandle(channel.handle, network.origin)
  return (
    <OfficePage {...around(frame)} title={t('known-as.title')} lead={t('known-as.lead')} faults={faults}>
      <Form action={knownAsPath}>
        <Field type="textarea" dir="ltr" rows={3} hint={t('known-as.accounts.hint')} {...field('accounts')} />
        <p>{t('known-as.then', { handle })}</p>
        <Actions>
          <Button kind="primary">{t('known-as.button')}</Button>
          <Cancel frame={frame} />
        </Actions>
      </Form>
    </OfficePage>
  )
}

/** Leaving for an account elsewhere. */
export const MovePage = (props: Props & { channel: Channel; followers: number }) => {
  const { frame, network, form, channel, followers } = props
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { to: t('move.to') }, [form.values.to ?? ''])
  const handle = fullHandle(channel.handle, network.origin)
  return (
    <OfficePage {...around(frame)} title={t('move.title')} lead={t('move.lead', { handle })} faults={faults}>
      <Confirm
        action={movePath}
        words={confirmWords(frame.locale)}
        what={[t('move.what'), t('move.silent'), t('move.there')]}
        whom={t('move.whom', { count: followers })}
        undo={t('move.undo')}
        button={t('move.button')}
        danger
        cancel={{ href: fediversePath, label: platformWords(frame.locale)('cancel') }}
      >
        <Field type="text" dir="ltr" autocomplete="off" hint={t('move.to.hint')} {...field('to')} />
      </Confirm>
    </OfficePage>
  )
}

/** Turning it off. */
export const TurnOffPage = ({ frame, followers }: { frame: Frame; followers: number }) => {
  const t = words(frame.locale)
  return (
    <OfficePage {...around(frame)} title={t('off.title')} lead={t('off.lead')}>
      <Confirm
        action={turnOffPath}
        words={confirmWords(frame.locale)}
        what={[t('off.silent'), t('off.gone'), t('off.comments')]}
        whom={t('off.whom', { count: followers })}
        undo={t('off.undo')}
        button={t('off.button')}
        cancel={{ href: fediversePath, label: platformWords(frame.locale)('cancel') }}
      />
    </OfficePage>
  )
}
