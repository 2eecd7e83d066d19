/** Page of a list from the address: whole and from 1; anything else is the first. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page > 1 && page < 1_000_000 ? page : 1
}
