import { type OwnTables, pausedDays } from '../../../platform/own-tables.ts'

/** In days, for the sentences that name them. */
export type Spans = { devices: number; changes: number; drafts: number; elsewhere: number; paused: number }

/** For how long some tables keep their rows, as they say themselves. */
export function spansOf(tables: OwnTables): Spans {
  const days = (table: string) => tables[table]?.sweeps?.[0]?.days ?? 0
  return {
    devices: days('session'),
    changes: days('addressChange'),
    drafts: days('applicationDraft'),
    elsewhere: days('fediverseAccount'),
    paused: pausedDays,
  }
}
