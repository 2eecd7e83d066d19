import { ownTables } from '../../platform/own-tables.ts'

export const ownData = ownTables({
  backup: {
    columns: { internal: ['name', 'place', 'madeAt', 'tookMs', 'bytes', 'rowCount', 'version', 'encrypted'] },
  },
  backupCheck: { columns: { internal: ['id', 'backupName', 'checkedAt', 'tookMs', 'problem', 'detail'] } },
})
