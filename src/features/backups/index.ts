/** Backups: the network copies itself each day, and tries whether the copy can be restored. */
export { findBackup, identityIn } from './actions/found.ts'
export { basesOf } from './actions/minutes.ts'
export { type Restored, settleRestored } from './actions/settle.ts'
export { freshHours } from './backup.ts'
export { type Base, logFolder } from './minute.ts'
export { isFresh, newestVerified } from './queries/backups.ts'
export { tablesLeftOut } from './queries/left-out.ts'
export { backupRoom } from './queries/room.ts'
