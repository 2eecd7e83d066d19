/** The connection, the embedded server, and the table types, generated from the migrations. */
export { archiving } from './archiving.ts'
export { isAway, isOutOfRoom } from './away.ts'
export {
  type ConnectionOptions,
  connect,
  connectionsOf,
  type Db,
  type Tables,
  type Tx,
} from './connection.ts'
export {
  knownMigrations,
  migrateToLatest,
  migrateUpTo,
  pendingMigrations,
  unknownMigrations,
} from './migrations.ts'
export { rowContents, rowVersion, rowVersions } from './row-versions.ts'
export { hasIn } from './texts.ts'
