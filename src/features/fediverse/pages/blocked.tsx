import { formats } from '../../../platform/formats.ts'
import type { FormState } from '../../../platform/forms.ts'
import { platformWords } from '../../../platform/say.ts'
import { Actions, Button, Empty, Field, Form, type Frame, OfficePage, Table } from '../../../ui/index.ts'
import { blockPath, unblockPath } from '../paths.ts'
import type { Blocked } from '../queries/office.ts'
import { words } from '../words.ts'
import { around, inWords } from './form.ts'

type Props = { frame: Frame; zone: string; form: FormState; blocked: readonly Blocked[] }

/** Servers and accounts from which nothing is taken. */
export const BlockedPage = ({ frame, zone, form, blocked }: Props) => {
  const t = words(frame.locale)
  const { field, faults } = inWords(frame, form, { who: t('blocked.who') })
  return (
    <OfficePage {...around(frame)} title={t('blocked.title')} lead={t('blocked.lead')} faults={faults}>
      <Form action={blockPath}>
        <Field type="text" dir="ltr" autocomplete="off" hint={t('blocked.who.hint')} {...field('who')} />
        <Actions>
          <Button kind="primary">{t('blocked.button')}</Button>
        </Actions>
      </Form>
      <BlockedTable {...{ frame, zone, blocked }} />
    </OfficePage>
  )
}

const BlockedTable = ({ frame, zone, blocked }: Omit<Props, 'form'>) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <Table
      caption={t('blocked.list')}
      rows={blocked}
      empty={<Empty title={t('blocked.none')} text={t('blocked.none.text')} />}
      columns={[
        { label: t('blocked.who'), head: true, cell: ({ who }) => <bdi dir="ltr">{who}</bdi> },
        { label: t('blocked.since'), cell: ({ at }) => say.instant(at) },
        {
          label: t('blocked.by'),
          cell: ({ by }) => <bdi>{by ?? platformWords(frame.locale)('terminal')}</bdi>,
        },
        {
          label: t('blocked.act'),
          cell: ({ who }) => (
            <Form action={unblockPath} hidden={{ who }}>
              <Button label={t('blocked.free-one', { who })}>{t('blocked.free')}</Button>
            </Form>
          ),
        },
      ]}
    />
  )
}
