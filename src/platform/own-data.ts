import type { Leaving, LeavingAddress, OwnData } from './app.ts'
import { type OwnTables, ownTables } from './own-tables.ts'

type Holding = { ownData?: OwnTables; leaving?: Leaving; leavingAddress?: LeavingAddress }

/** What all features hold of people, in one. */
export const ownDataOf = (features: readonly Holding[]): OwnData => ({
  tables: Object.assign({ ...ofNoFeature }, ...features.map(({ ownData }) => ownData ?? {})),
  // What is built upon others goes before them.
  leaving: features.flatMap(({ leaving }) => leaving ?? []).reverse(),
  leavingAddress: features.flatMap(({ leavingAddress }) => leavingAddress ?? []).reverse(),
})

const ofNoFeature = ownTables({
  workerBeat: { columns: { internal: ['worker', 'at'] } },
  madeOnce: { columns: { internal: ['at', 'hash', 'made'] } },
  publicChange: { columns: { internal: ['at', 'transaction'] } },
  officeChange: { columns: { internal: ['at', 'transaction'] } },
  publicPartChange: { columns: { internal: ['at', 'transaction'] } },
})
