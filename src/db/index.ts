/** The connection, the embedded server, and the table types, generated from the migrations. */
export { besideIn, databaseIn, faultOf } from './address.ts'
export { archiving } from './archiving.ts'
export { isAway, isHeldUp, isOutOfRoom } from './away.ts'
export {
  type ConnectionOptions,
  changesThrough,
  connect,
  connectionsOf,
  type Db,
  type Tables,
  type Tx,
} from './connection.ts'
export { wayTo } from './hosts.ts'
export {
  knownMigrations,
  migrateToLatest,
  migrateUpTo,
  pendingMigrations,
  unknownMigrations,
} from './migrations.ts'
export { often, oftenAs } from './often.ts'
export { lendsByTransaction } from './pooler.ts'
export { isAsOfOneTime, type Question, type Remembering, remembering } from './remembering.ts'
export { rowContents, rowVersion, rowVersions } from './row-versions.ts'
export { hasIn, hasPart } from './texts.ts'
