import { execFileSync } from 'node:child_process'
import { clusterIn } from './cluster.ts'

/** Puts files of a database that does not run where the database of a `DATA_DIR` stands, with whom they belong to. */
export const copyCluster = (made: string, dataDir: string): void =>
  void execFileSync('cp', ['-a', made, clusterIn(dataDir)])
