/** Backups: the network copies itself each day, and tries whether the copy can be restored. */
export { findBackup } from './actions/found.ts'
export { type Restored, settleRestored } from './actions/settle.ts'
export { freshHours } from './backup.ts'
export { isFresh, newestVerified } from './queries/backups.ts'
export { tablesLeftOut } from './queries/left-out.ts'
