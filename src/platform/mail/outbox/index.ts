/** The loop that empties the outbox. */
export { drainOutbox, runOutbox } from './run.ts'
