/** Calls: a round's invitation to apply, its page and its form. */

export { savePage } from './actions/saving.ts'
export { sendApplication } from './actions/sending.ts'
export { countVisit, giveShortAddress } from './actions/short-addresses.ts'
export { type FormPage, formPages, type UsualPage, type Values } from './draft.ts'
export { callPicture } from './pages/card.ts'
export { shortPath, voicesPath } from './paths.ts'
export { shortAddressCounts, shortAddressOf } from './queries/short-addresses.ts'
export type { ShortAddressCounts } from './short-address.ts'
export { words as callWords } from './words.ts'
