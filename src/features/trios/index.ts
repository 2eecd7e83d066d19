/** Trios: a pair that goes on takes in somebody without a partner, once all three want it. */

export { type OpenTrio, openTriosOf } from './queries/offers.ts'
