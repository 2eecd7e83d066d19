/** What a process aside says: what came of its work, or why nothing did. */
export type Said<Answer> = { answer: Answer } | { fault: string }

/** In the process aside: does each piece of work that it is asked for. It ends when nobody is left to ask. */
export function answering<Asked, Answer>(work: (asked: Asked) => Answer | Promise<Answer>): void {
  process.once('disconnect', () => process.exit())
  process.on('message', async (asked: Asked) => {
    const said = await done(work, asked)
    // Whoever asked may be gone by now: then nobody hears of it, and it is no fault.
    process.send?.(said, undefined, undefined, () => undefined)
  })
}

async function done<Asked, Answer>(
  work: (asked: Asked) => Answer | Promise<Answer>,
  asked: Asked,
): Promise<Said<Answer>> {
  try {
    return { answer: await work(asked) }
  } catch (error) {
    return { fault: String(error) }
  }
}
