import type { Tables } from '../../../db/index.ts'

/**
 * Tables that stay out of a backup, and that none may bring: what opens an account, what is over when the machine is
 * gone, and what tells of backups themselves, or of a store for pictures, which only the network that put something there
 * clears up.
 */
const leftOut = [
  'session',
  'verification',
  'signInRequest',
  'addressChange',
  'credential',
  'secondFactor',
  'signingSecret',
  'fediverseSecret',
  'outletToken',
  'dataExport',
  'workerBeat',
  'publicChange',
  'publicPartChange',
  'pairChange',
  'officeChange',
  'madeOnce',
  'mailHold',
  'backup',
  'backupCheck',
  'commentChange',
  'contributionKey',
  'mediaObject',
] as const satisfies (keyof Tables)[]

/** As they are in SQL. */
export const tablesLeftOut: readonly string[] = leftOut.map((name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
)
