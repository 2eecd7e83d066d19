/** Calls: a round's invitation to apply, its page and its form. */

export { savePage } from './actions/saving.ts'
export { sendApplication } from './actions/sending.ts'
export { type FormPage, formPages, type UsualPage, type Values } from './draft.ts'
export { openCalls } from './queries/calls.ts'
