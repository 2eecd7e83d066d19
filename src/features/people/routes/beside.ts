import { Conflict } from '../../../platform/refusals.ts'

/** This one refusal is told beside the form; everything else goes its way. */
export const beside =
  (code: string) =>
  (error: unknown): null => {
    if (error instanceof Conflict && error.code === code) return null
    throw error
  }

/** The same for an act that returns nothing: which of these refusals it met; null when it was done. */
export async function refusalOf<Code extends string>(
  act: Promise<void>,
  codes: readonly Code[],
): Promise<Code | null> {
  try {
    await act
    return null
  } catch (error) {
    const met = error instanceof Conflict && codes.find((code) => code === error.code)
    if (!met) throw error
    return met
  }
}
