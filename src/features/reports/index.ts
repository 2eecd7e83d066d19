/** Reports: what the network has done, in numbers that single nobody out. */

export { reportPath } from './paths.ts'
export { words as reportWords } from './words.ts'
