import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import { sayAct } from '../../../platform/words.ts'
import { Empty, Field, Filters, type Frame, Notice, OfficePage, Pager, Table } from '../../../ui/index.ts'
import type { Actor } from '../actor.ts'
import type { NamedThing } from '../contributions.ts'
import { journalPath, personPath } from '../paths.ts'
import { entriesPerPage, type JournalEntry, type JournalFilter } from '../queries/journal.ts'
import { words } from '../words.ts'
import { Noted } from './noted.tsx'

type Props = {
  frame: Frame
  actor: Actor
  filter: JournalFilter
  /** One more than a page shows when there are older ones. */
  entries: JournalEntry[]
  /** What the ids in them stand for. */
  named: ReadonlyMap<string, NamedThing>
  /** What they changed, by the ids of the entries. */
  changed: ReadonlyMap<number, readonly string[]>
  choices: { acts: string[]; people: { id: string; name: string }[] }
  /** The outcome of checking the whole chain: the first entry that does not fit, or that all do. Null: not asked. */
  check: { broken: number | null } | null
}

/** Every act of the office, newest first. */
export const JournalPage = (props: Props) => {
  const { frame, filter, entries, choices, check } = props
  const t = words(frame.locale)
  const shown = entries.slice(0, entriesPerPage)
  return (
    <OfficePage
      frame={frame}
      title={t('journal.title')}
      lead={t('journal.lead')}
      actions={<a href={`${journalPath}?check=1`}>{t('journal.check')}</a>}
    >
      {check ? <Check frame={frame} broken={check.broken} /> : null}
      <Filters
        action={journalPath}
        label={t('journal.filter')}
        submit={t('people.show')}
        clear={filter.act || filter.by ? { href: journalPath, label: t('journal.all') } : undefined}
      >
        <Field
          type="select"
          name="act"
          label={t('journal.act')}
          value={filter.act}
          placeholder={t('journal.act.all')}
          options={choices.acts.map((act) => ({ value: act, label: actName(frame, act) }))}
        />
        <Field
          type="select"
          name="by"
          label={t('journal.by')}
          value={filter.by}
          placeholder={t('journal.by.all')}
          options={[
            ...choices.people.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'terminal', label: t('journal.by.nobody') },
          ]}
        />
      </Filters>
      <Entries {...props} entries={shown} />
      {entries.length > entriesPerPage || filter.before ? (
        <Pager
          label={platformWords(frame.locale)('pager.label')}
          position={t('journal.position', { count: shown.length })}
          previous={filter.before ? { href: at(filter, null), label: t('journal.newest') } : undefined}
          next={
            entries.length > entriesPerPage
              ? { href: at(filter, shown.at(-1)?.id ?? null), label: t('journal.older') }
              : undefined
          }
        />
      ) : null}
    </OfficePage>
  )
}

const Check = ({ frame, broken }: { frame: Frame; broken: number | null }) => {
  const t = words(frame.locale)
  return broken === null ? (
    <Notice tone="success">{t('journal.check.whole')}</Notice>
  ) : (
    <Notice tone="danger" title={t('journal.check.broken.title')}>
      {t('journal.check.broken', { id: broken })}
    </Notice>
  )
}

const Entries = (props: Props) => {
  const { frame, actor, entries } = props
  const t = words(frame.locale)
  const say = formats(frame.locale, actor.zone)
  return (
    <Table
      caption={t('journal.title')}
      captionHidden
      rows={entries}
      rowId={({ id }) => `entry-${id}`}
      empty={<Empty title={t('journal.empty.title')} text={t('journal.empty.text')} />}
      columns={[
        { label: t('journal.what'), head: true, cell: (entry) => <What {...props} entry={entry} /> },
        { label: t('journal.when'), cell: ({ at }) => say.instant(at) },
        { label: t('journal.by'), cell: (entry) => <By frame={frame} entry={entry} /> },
      ]}
    />
  )
}

/** Says an act in words, by the word files of the feature it belongs to; its code when there are none. */
const actName = (frame: Frame, act: string) => sayAct(frame.locale, act) ?? act

const By = ({ frame, entry }: { frame: Frame; entry: JournalEntry }) => {
  const t = words(frame.locale)
  if (entry.actorId === null) return <>{t('journal.by.nobody')}</>
  if (entry.actorName === null) return <>{t('journal.by.gone')}</>
  return (
    <bdi>
      <a href={personPath(entry.actorId)}>{entry.actorName}</a>
    </bdi>
  )
}

/** The sentence, and under it what became what. */
const What = ({ frame, actor, named, changed, entry }: Props & { entry: JournalEntry }) => (
  <>
    <Noted entry={entry} locale={frame.locale} zone={actor.zone} named={named} />
    <Changes changes={changed.get(entry.id) ?? []} />
  </>
)

const Changes = ({ changes }: { changes: readonly string[] }) =>
  changes.length === 0 ? null : (
    <ul>
      {changes.map((change) => (
        <li>
          <bdi>{change}</bdi>
        </li>
      ))}
    </ul>
  )

function at(filter: JournalFilter, before: number | null): string {
  const query = new URLSearchParams({ act: filter.act, by: filter.by })
  if (before !== null) query.set('before', String(before))
  return `${journalPath}?${query}`
}
