/** The loop that empties the outbox. */
export { drainOutbox, type Pace, runOutbox, type Tally } from './run.ts'
