import { Conflict } from '../../../platform/refusals.ts'

/** This one refusal is told beside the form; everything else goes its way. */
export const beside =
  (code: string) =>
  (error: unknown): null => {
    if (error instanceof Conflict && error.code === code) return null
    throw error
  }
