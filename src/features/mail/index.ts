/** Mail: what goes out together, stopped and resumed; the office's view of the outbox, and leaving a list. */

export { resumeMails, settleReply, stopMails } from './actions.ts'
export { officeMailFor, officeMailsOf, tryAddressPath } from './paths.ts'
