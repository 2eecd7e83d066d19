/** What a process aside says: what came of its work, or why nothing did. */
export type Said<Answer> = { answer: Answer } | { fault: string }

/** In the process aside: does each piece of work that it is asked for. It ends when nobody is left to ask. */
export function answering<Asked, Answer>(work: (asked: Asked) => Answer | Promise<Answer>): void {
  process.on('message', async (asked: Asked) => process.send?.(await done(work, asked)))
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
