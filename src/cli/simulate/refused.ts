import { Conflict, NotFound } from '../../platform/refusals.ts'

/** What comes too late is refused, as it should be. */
export async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof NotFound)) throw error
  }
}
