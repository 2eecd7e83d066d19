/** Backups: the whole database in one file, and back. */
export type { Waiting } from './contents.ts'
export { copyOfFiles, unpackFiles } from './files.ts'
export { outlived } from './keeping.ts'
export { type Contents, checkBackup, loadBackup, type Source } from './load.ts'
export { fileAt, type Kept, type Place, placeOf } from './places/index.ts'
export { passingKey, seal, unseal } from './seal.ts'
export { backupOf } from './write.ts'
