import type { Changed } from '../../people/index.ts'
import { voiceFor } from '../pages/saying.ts'
import { changeTold } from '../pages/telling.ts'
import { words } from '../words.ts'
import { changesOf } from './changes.ts'

/** What was changed at the cleaning desk about one person or two; the log of the desk tells of more. */
export const changedAtDesk: Changed = async (db, entries, reader) => {
  const batches = new Map(
    entries.flatMap(({ id, detail }) => {
      const noted = detail as { batchId?: string; people?: string[] }
      return noted.batchId && noted.people?.length ? [[noted.batchId, id] as const] : []
    }),
  )
  const voice = voiceFor(reader, reader.zone)
  const made = await changesOf(db, [...batches.keys()])
  const t = words(reader.locale)
  const told = Map.groupBy(made, ({ batchId }) => batches.get(batchId) ?? 0)
  return new Map(
    [...told].map(([entry, changes]) => [
      entry,
      changes.map((change) => t('batch.of', { name: change.name, what: changeTold(change, voice) })),
    ]),
  )
}
