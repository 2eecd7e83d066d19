import type { Answers } from '../application.ts'
import type { Patch } from '../mends.ts'
import type { MadeChange, ToldBatch } from '../queries/changes.ts'
import { kindInWords } from './history.tsx'
import { answerInWords, shownFields, type Voice } from './saying.ts'

/** What was done about one application, without its name: "Country: “Bharat” became “India”". */
export function changeTold(change: MadeChange, voice: Voice): string {
  const { t } = voice
  const { kind, after, other } = change
  if (kind === 'merged') return t('told.merged', { other: other ?? t('nameless') })
  if (kind === 'keep-both') return t('told.keep-both', { other: other ?? t('nameless') })
  if (kind === 'correction-kept') return t('told.correction-kept')
  if (after.dropReason) return t('told.dropped', { reason: t(`drop.${after.dropReason}`) })
  return shownFields
    .filter((field) => field in after)
    .map((field) => fieldTold(change, field, voice))
    .join('; ')
}

function fieldTold(change: MadeChange, field: (typeof shownFields)[number], voice: Voice): string {
  const { t } = voice
  const inWords = (patch: Patch) => answerInWords({ ...change.written, ...patch } as Answers, field, voice)
  const [before, after] = [inWords(change.before), inWords(change.after)]
  const name = t(`field.${field}`)
  if (before === '') return t('told.added', { field: name, after })
  if (after === '') return t('told.removed', { field: name, before })
  return t('told.became', { field: name, before, after })
}

/** What an undo would take back: the one change with whom it concerns, else how many of each kind. */
export function batchTold(batch: ToldBatch, voice: Voice): string {
  const { t, say } = voice
  const [only, ...more] = batch.changes
  if (only && more.length === 0) return t('batch.of', { name: only.name, what: changeTold(only, voice) })
  const kinds = batch.kinds.filter(({ kind }) => kind !== 'merged-answers')
  return say.list(
    kinds.map(({ kind, count }) =>
      t('batch.kind', { what: kindInWords(kind, voice), count: say.number(count) }),
    ),
  )
}
