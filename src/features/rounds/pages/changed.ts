import { type Formats, formats } from '../../../platform/formats.ts'
import type { Changed } from '../../people/index.ts'
import type { RoundPlan } from '../round.ts'
import { words } from '../words.ts'

/** A field of a plan, what it was and what it became, as the journal keeps it: instants are text there. */
type Change = [field: keyof RoundPlan, before: unknown, after: unknown]

/** The labels of the form in which a plan is changed. */
const labels = {
  code: 'field.code',
  title: 'field.title',
  applyFrom: 'field.apply-from',
  applyUntil: 'field.apply-until',
  startsOn: 'field.starts-on',
  endsOn: 'field.ends-on',
  zone: 'field.zone',
  capPercent: 'field.cap',
  topicDays: 'field.topic-days',
} as const satisfies Record<keyof RoundPlan, string>

/** What was changed in a round, field by field. */
export const changedRounds: Changed = async (_db, entries, { locale, zone }) => {
  const t = words(locale)
  const say = formats(locale, zone)
  const told = ([field, before, after]: Change) =>
    t('changed.became', {
      field: t(labels[field]),
      before: valueTold(field, before, say),
      after: valueTold(field, after, say),
    })
  const ours = entries.filter(({ act }) => act === 'round.changed')
  return new Map(ours.map(({ id, detail }) => [id, changesIn(detail).map(told)]))
}

/** An older version noted the names of the fields alone. */
const changesIn = (detail: unknown): Change[] =>
  (detail as { changed: (string | Change)[] }).changed.filter((one) => typeof one !== 'string')

function valueTold(field: keyof RoundPlan, value: unknown, say: Formats): string {
  if (field === 'applyFrom' || field === 'applyUntil') return say.instant(new Date(String(value)))
  if (field === 'startsOn' || field === 'endsOn') return say.shortDay(String(value))
  if (field === 'capPercent') return say.percent(Number(value) / 100)
  return field === 'topicDays' ? say.list((value as number[]).map(String)) : String(value)
}
