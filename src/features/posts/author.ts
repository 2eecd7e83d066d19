/** Who signs a post. */
export type Signed = {
  /** As it is printed. */
  name: string
  /** Their account, where it is known and may be. */
  personId?: string | null
  /** What is printed of an author who signs for the first time: where they write from, by ISO code, and a line about them. */
  country?: string
  about?: string
}

/** Most names under one post. */
export const MOST_AUTHORS = 12

/** Authors from a box with one in each line, each once; a file of one line parts them by semicolons. */
export const authorsIn = (typed: string): Signed[] => {
  const names = typed.split(/[\n;]/).map((name) => name.replace(/\s+/g, ' ').trim())
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ name }))
}

/** The author that a typed name means: one who signs the post already, one with the account, else one who signed before. */
export function knownAuthor<Known extends { name: string; personId: string | null; signsIt: boolean }>(
  known: readonly Known[],
  { name, personId = null }: Signed,
): Known | undefined {
  const same = known.filter((one) => one.name === name)
  if (personId !== null) return same.find((one) => one.personId === personId)
  return same.find(({ signsIt }) => signsIt) ?? same[0]
}
