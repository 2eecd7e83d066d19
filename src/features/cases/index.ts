/** Cases: something went wrong in a pairing, and somebody looks after it until it has an outcome. */

export { sweepCases } from './actions/sweep.ts'
