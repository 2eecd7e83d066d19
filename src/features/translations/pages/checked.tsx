import { formats } from '../../../platform/formats.ts'
import { joining } from '../../../platform/joining.ts'
import { dirOf, tagOf } from '../../../platform/words.ts'
import { type Frame, Notice, OfficePage, Table } from '../../../ui/index.ts'
import { translationsPath } from '../paths.ts'
import type { Checked, Corrected, Fault, Unfit } from '../queries/checking.ts'
import { words } from '../words.ts'
import { faultSaid, unfitSaid } from './saying.ts'

/** What became of a translator's file: what is wrong with it, sentence by sentence, and what it says otherwise. */
export const CheckedPage = ({ frame, result }: { frame: Frame; result: Checked | Unfit }) => {
  const t = words(frame.locale)
  return (
    <OfficePage
      frame={frame}
      title={t('checked.title')}
      crumbs={[
        { href: frame.office.home, label: frame.office.name },
        { href: translationsPath, label: t('list.title') },
      ]}
    >
      {'code' in result ? (
        <Notice tone="danger">{unfitSaid(frame.locale, result)}</Notice>
      ) : (
        <Result {...{ frame, result }} />
      )}
      <p>
        <a href={`${translationsPath}#check`}>{t('check.other')}</a>
      </p>
    </OfficePage>
  )
}

/** Rows that are shown of what is wrong, and of what is said otherwise; the terminal names all. */
const mostShown = 500

const Result = ({ frame, result }: { frame: Frame; result: Checked }) => {
  const t = words(frame.locale)
  const { faults, corrected, outdated, clashing, gone, passed } = result
  return (
    <>
      {faults.length > 0 ? (
        <Notice tone="danger">{t('checked.faulty', { count: faults.length })}</Notice>
      ) : (
        <Notice tone="success">{t('checked.good', { command: 'twinleaf words import' })}</Notice>
      )}
      <p>
        {joining(frame.locale).joined([
          t('check.corrected', { count: corrected.length }),
          t('check.outdated', { count: outdated.length }),
          t('check.clashing', { count: clashing.length }),
          t('check.gone', { count: gone.length }),
          t('check.passed', { count: passed.length }),
        ])}
      </p>
      {faults.length > 0 ? <Faults {...{ frame, faults }} /> : null}
      {gone.length > 0 ? <Gone {...{ frame, gone }} /> : null}
      {corrected.length > 0 ? <CorrectedTable {...{ frame, result }} /> : null}
      {Math.max(faults.length, gone.length, corrected.length) > mostShown ? (
        <p class="hint">{t('search.first', { count: formats(frame.locale, 'UTC').number(mostShown) })}</p>
      ) : null}
    </>
  )
}

const nameOf = ({ folder, key }: { folder: string; key: string }) => (
  <code dir="ltr">{`${folder.replace(/^features[./]/, '')}:${key}`}</code>
)

const Faults = ({ frame, faults }: { frame: Frame; faults: readonly Fault[] }) => {
  const t = words(frame.locale)
  return (
    <Table
      caption={t('checked.faults')}
      rows={faults.slice(0, mostShown)}
      columns={[
        { label: t('checked.sentence'), head: true, cell: nameOf },
        { label: t('checked.fault'), cell: (fault) => faultSaid(frame.locale, fault) },
      ]}
    />
  )
}

const Gone = ({ frame, gone }: { frame: Frame; gone: Checked['gone'] }) => {
  const t = words(frame.locale)
  return (
    <Table
      caption={t('checked.gone')}
      rows={gone.slice(0, mostShown)}
      columns={[{ label: t('checked.sentence'), head: true, cell: nameOf }]}
    />
  )
}

const CorrectedTable = ({ frame, result: { corrected, locale } }: { frame: Frame; result: Checked }) => {
  const t = words(frame.locale)
  const inTheirs = (text: string) => (
    <span lang={tagOf(locale)} dir={dirOf(locale)}>
      {text}
    </span>
  )
  return (
    <Table
      caption={t('checked.corrected')}
      rows={corrected.slice(0, mostShown)}
      columns={[
        { label: t('checked.sentence'), head: true, cell: nameOf },
        { label: t('checked.before'), cell: ({ before }: Corrected) => inTheirs(before) },
        { label: t('checked.after'), cell: ({ after }: Corrected) => inTheirs(after) },
      ]}
    />
  )
}
