/** Archive: all that has come out, and the search in it. */

export { tokensOf } from './fold.ts'
export { searchPath } from './paths.ts'
