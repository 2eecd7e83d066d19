import { formats } from '../../platform/formats.ts'
import { type FormField, type FormState, formInWords } from '../../platform/forms.ts'
import { joining } from '../../platform/joining.ts'
import { errorWords, platformWords } from '../../platform/say.ts'
import {
  Actions,
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  type Frame,
  OfficePage,
  OwnWords,
  Table,
} from '../../ui/index.ts'
import { officePostPath } from '../posts/index.ts'
import { kinds } from './outlet.ts'
import { addOutletPath, outletActPath, outletsPath, tellAgainPath } from './paths.ts'
import type { Outlet, Told } from './queries/outlets.ts'
import { words } from './words.ts'

const names = { mastodon: 'Mastodon', bluesky: 'Bluesky' }

type Props = { frame: Frame; accounts: readonly Outlet[]; messages: readonly Told[]; mayKeep: boolean }

/** The network’s accounts elsewhere, and what they said last. */
export const OutletsPage = ({ frame, accounts, messages, mayKeep }: Props) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('outlets.title')}
      lead={t('outlets.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
      actions={mayKeep ? <ButtonLink href={addOutletPath}>{t('add.link')}</ButtonLink> : undefined}
    >
      <Table
        caption={t('outlets.accounts')}
        rows={accounts}
        empty={
          <Empty title={t('outlets.none')} text={t(mayKeep ? 'outlets.none.yours' : 'outlets.none.text')} />
        }
        columns={[
          {
            label: t('outlet'),
            head: true,
            cell: ({ kind, handle }) => (
              <>
                {names[kind]} <bdi dir="ltr">{handle}</bdi>
              </>
            ),
          },
          {
            label: t('languages'),
            cell: ({ locales }) => {
              const said = formats(frame.locale, 'UTC')
              return said.list(locales.map((locale) => said.language(locale)))
            },
          },
          ...(mayKeep
            ? [{ label: t('acts'), cell: (outlet: Outlet) => <Acts {...{ frame, outlet }} /> }]
            : []),
        ]}
      />
      {messages.length > 0 ? <Messages {...{ frame, messages }} /> : null}
    </OfficePage>
  )
}

const Acts = ({ frame, outlet: { id, isOpen, kind, handle } }: { frame: Frame; outlet: Outlet }) => {
  const t = words(frame.locale)
  const account = `${names[kind]} ${handle}`
  return (
    <div>
      {isOpen ? null : <p>{t('outlet.closed')}</p>}
      <Actions>
        {isOpen ? (
          <Form action={outletActPath(id, 'try')}>
            <Button label={t('try.which', { account })}>{t('try')}</Button>
          </Form>
        ) : null}
        <Form action={outletActPath(id, 'remove')}>
          <Button label={t('remove.which', { account })}>{t('remove')}</Button>
        </Form>
      </Actions>
    </div>
  )
}

const Messages = ({ frame, messages }: Pick<Props, 'frame' | 'messages'>) => {
  const t = words(frame.locale)
  return (
    <Table
      caption={t('messages')}
      rows={messages}
      columns={[
        {
          label: t('message.post'),
          head: true,
          cell: ({ postId, title }) => (
            <a href={officePostPath(postId)}>
              <OwnWords lang="">{title}</OwnWords>
            </a>
          ),
        },
        { label: t('outlet'), cell: ({ handle }) => <bdi dir="ltr">{handle}</bdi> },
        { label: t('message.standing'), cell: (told) => <Standing {...{ frame, told }} /> },
      ]}
    />
  )
}

const Standing = ({ frame, told }: { frame: Frame; told: Told }) => {
  const t = words(frame.locale)
  const { standing, url, problem, said, outletId, postId, handle, title } = told
  const isOver = standing === 'failed' || standing === 'stuck'
  return (
    <div>
      {standing === 'sent' && url ? <a href={url}>{t('standing.sent')}</a> : t(`standing.${standing}`)}
      {problem === null ? null : <Problem {...{ frame, problem, said }} />}
      {isOver ? (
        <Form action={tellAgainPath(outletId, postId)}>
          <Button label={t('again.which', { account: handle, title })}>{t('again')}</Button>
        </Form>
      ) : null}
    </div>
  )
}

/** Why it failed; behind it, what the service said to that. */
const Problem = ({ frame, problem, said }: { frame: Frame; problem: string; said: string }) => {
  const isKnown = problem === 'token' || problem === 'refused'
  const sentence = words(frame.locale)('problem', { problem: isKnown ? problem : 'other' })
  if (said === '' || problem === 'token') return <p class="quiet">{sentence}</p>
  return (
    <p class="quiet">
      {joining(frame.locale).labelled(sentence)}
      <bdi dir="ltr">{said}</bdi>
    </p>
  )
}

type AddProps = { frame: Frame; form: FormState; chosen: readonly string[]; offered: readonly string[] }

/** Which account, and what opens it. */
export const AddOutletPage = ({ frame, form, chosen, offered }: AddProps) => {
  const t = words(frame.locale)
  const labels = {
    kind: t('add.kind'),
    server: t('add.server'),
    name: t('add.name'),
    token: t('add.token'),
    locales: t('add.locales'),
  }
  const { field, faults } = formInWords(frame.locale, labels, form, errorWords(words, frame.locale))
  const said = formats(frame.locale, 'UTC')
  return (
    <OfficePage
      frame={frame}
      title={t('add.title')}
      lead={t('add.lead')}
      crumbs={[
        { href: frame.office.home, label: frame.office.name },
        { href: outletsPath, label: t('outlets.title') },
      ]}
      faults={faults}
    >
      <Form action={addOutletPath}>
        <Which {...{ frame, field }} />
        <Field
          {...field('locales')}
          name="locales[]"
          type="checkboxes"
          hint={t('add.locales.hint')}
          options={offered.map((locale) => ({ value: locale, label: said.language(locale) }))}
          value={chosen}
        />
        <Actions>
          <Button kind="primary">{t('add.button')}</Button>
          <a href={outletsPath}>{platformWords(frame.locale)('cancel')}</a>
        </Actions>
      </Form>
    </OfficePage>
  )
}

type FieldOf = (name: 'kind' | 'server' | 'name' | 'token') => FormField

/** Which account it is, and what opens it; a token does not come back. */
const Which = ({ frame, field }: { frame: Frame; field: FieldOf }) => {
  const t = words(frame.locale)
  return (
    <>
      <Field
        type="radios"
        row
        options={kinds.map((kind) => ({ value: kind, label: names[kind] }))}
        {...field('kind')}
      />
      <Field type="text" width="medium" dir="ltr" hint={t('add.server.hint')} {...field('server')} />
      <Field
        type="text"
        width="medium"
        dir="ltr"
        hint={t('add.name.hint')}
        optional={platformWords(frame.locale)('form.optional')}
        {...field('name')}
      />
      <Field
        type="password"
        autocomplete="off"
        dir="ltr"
        hint={t('add.token.hint')}
        {...field('token')}
        value=""
      />
    </>
  )
}
