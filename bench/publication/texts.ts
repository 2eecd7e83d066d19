/** Texts of invented words, some far more usual than others, as in any language; the same for the same number. */

const syllables = {
  en: 'ba be co da de fi ga ho in ka le li ma me no or pa ra re sa se ti to um va we'.split(' '),
  es: 'ba ción co de es fi gá ho ja la lle ma ñe nó pe qui ra sa té ue vi za'.split(' '),
  ar: 'با تي دو را سا شم عل قي كت لا مو نا هي يو'.split(' '),
} as const
export type Language = keyof typeof syllables

/** So many words are used in a language. */
const wordCount = 20_000

/** A chance between 0 and 1, which always comes out the same. */
export function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The word at a place among all, the most usual first. */
export function wordAt(language: Language, place: number): string {
  const parts = syllables[language]
  let word = ''
  for (let rest = place + parts.length; rest > 0; rest = Math.floor(rest / parts.length))
    word += parts[rest % parts.length]
  return word
}

/** So many words; the second most usual stands half as often as the first. */
export function textOf(language: Language, count: number, chance: () => number): string {
  return Array.from({ length: count }, () => wordAt(language, Math.floor(wordCount ** chance()) - 1)).join(
    ' ',
  )
}
