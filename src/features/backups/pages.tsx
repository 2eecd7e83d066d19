import type { Kept } from '../../platform/backups/index.ts'
import { formats } from '../../platform/formats.ts'
import { sayRefusal, type WordArgs } from '../../platform/words.ts'
import { Actions, Button, Empty, Form, type Frame, Notice, OfficePage, Table, Tag } from '../../ui/index.ts'
import { thinBackupsPath } from './paths.ts'
import type { Remembered } from './queries/backups.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  zone: string
  /** Newest first. */
  backups: Remembered[]
  verified: Remembered | undefined
  /** Whether that is recent enough. */
  fresh: boolean
  isDaily: boolean
  /** Files that may go, now that room is short. */
  spare: readonly Kept[]
}

/** What would be left of the network if its machine were lost. */
export const BackupsPage = ({ frame, zone, backups, spare, ...standing }: Props) => {
  const t = words(frame.locale)
  const say = formats(frame.locale, zone)
  return (
    <OfficePage
      frame={frame}
      title={t('office.title')}
      lead={t('office.lead')}
      crumbs={[{ href: frame.office.home, label: frame.office.name }]}
    >
      <Standing frame={frame} zone={zone} {...standing} />
      {spare.length > 0 ? <Thin locale={frame.locale} spare={spare} /> : null}
      <Table
        caption={t('office.caption')}
        rows={backups}
        empty={
          <Empty
            title={t('office.empty.title')}
            text={t(standing.isDaily ? 'office.empty.text' : 'office.empty.off')}
          />
        }
        columns={[
          { label: t('office.col.made'), head: true, cell: ({ madeAt }) => say.instant(madeAt) },
          {
            label: t('office.col.trial'),
            cell: (backup) => <Outcome locale={frame.locale} backup={backup} />,
          },
          { label: t('office.col.size'), cell: ({ bytes }) => <bdi>{sizeIn(frame.locale, bytes)}</bdi> },
          { label: t('office.col.rows'), cell: ({ rowCount }) => say.number(rowCount) },
          {
            label: t('office.col.encrypted'),
            cell: ({ encrypted }) => (encrypted ? t('office.encrypted') : t('office.open')),
          },
        ]}
      />
    </OfficePage>
  )
}

const Thin = ({ locale, spare }: { locale: string; spare: readonly Kept[] }) => {
  const t = words(locale)
  const bytes = spare.reduce((sum, file) => sum + file.bytes, 0)
  return (
    <Form action={thinBackupsPath}>
      <p>{t('thin.text', { count: spare.length, size: sizeIn(locale, bytes) })}</p>
      <Actions>
        <Button kind="danger">{t('thin.submit')}</Button>
      </Actions>
    </Form>
  )
}

const Standing = ({ frame, zone, verified, fresh, isDaily }: Omit<Props, 'backups' | 'spare'>) => {
  const t = words(frame.locale)
  const at = verified ? formats(frame.locale, zone).instant(verified.madeAt) : ''
  if (fresh) return <Notice tone="success">{t('office.fresh', { at })}</Notice>
  if (!isDaily && !verified) return <Notice tone="info">{t('office.off')}</Notice>
  return (
    <Notice tone="warning" title={verified ? t('office.stale', { at }) : t('office.none-verified')}>
      {t('office.next')}
    </Notice>
  )
}

/** What came of its trial, and the reason when it failed. */
const Outcome = ({ locale, backup }: { locale: string; backup: Remembered }) => {
  const t = words(locale)
  const { checkedAt, problem, detail } = backup
  if (!checkedAt) return <Tag>{t('office.untried')}</Tag>
  if (problem === null) return <Tag tone="leaf">{t('office.verified')}</Tag>
  return (
    <>
      <Tag tone="thread">{t('office.failed')}</Tag>
      <br />
      <span class="hint">{sayRefusal(locale, problem, detail as WordArgs) ?? problem}</span>
    </>
  )
}

const sizes = ['kilobyte', 'megabyte', 'gigabyte']

/** In the unit in which it has one to three figures. */
export function sizeIn(locale: string, bytes: number): string {
  const at = Math.min(sizes.length - 1, Math.max(0, Math.floor(Math.log10(bytes) / 3) - 1))
  return new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    style: 'unit',
    unit: sizes[at],
    unitDisplay: 'short',
    maximumSignificantDigits: 2,
  })
    .format(bytes / 1000 ** (at + 1))
    .replace(' ', '\u00a0')
}
