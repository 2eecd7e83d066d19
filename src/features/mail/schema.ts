import * as z from 'zod'

/** An address to be tried again, and the page to go back to. */
export const tryForm = z.strictObject({
  address: z.string().min(1, 'required').max(254, 'too-long'),
  back: z.string().max(2000, 'too-long'),
})
