import type { Transport } from './transport.ts'

/** For the demonstration: mails stay in the outbox and are read there, on a page. */
export const pageTransport = (): Transport => ({
  isIdempotent: true,
  staysHere: true,
  width: { 'sign-in': 8, personal: 8, campaign: 8, list: 8 },
  deliver: async () => ({ is: 'taken' }),
  close: async () => {},
})
