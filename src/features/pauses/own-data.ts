import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  networkPause: {
    columns: { internal: ['id', 'pausedAt', 'toldAt', 'wokenAt'], actor: ['pausedBy', 'wokenBy'] },
  },
})
