/** Waits until it has come to pass, at most 100 seconds: a busy machine takes a while. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 100_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`it did not come to pass: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
