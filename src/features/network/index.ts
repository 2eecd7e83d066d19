/** Network: what it is called, how it looks and writes, as its directors set it. */

export { changeNetwork } from './actions.ts'
export { networkPath } from './paths.ts'
export { beginAddress } from './queries.ts'
