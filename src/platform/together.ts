/** Runs so many strands side by side and waits for all of them, also when one fails. */
export async function together(width: number, strand: () => Promise<void>): Promise<void> {
  const ends = await Promise.allSettled(Array.from({ length: width }, strand))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
