/** What a text may leave to the settings of the network: `{network}` and so on, in every language by the same names. */
export const placeholders = ['network', 'tagline', 'email', 'postal'] as const
export type Placeholder = (typeof placeholders)[number]

/** What each of them stands for, in the language of the text. */
export type Filling = Record<Placeholder, string>

const braces = /\{([^{}\n]*)\}/g
const isKnown = (name: string): name is Placeholder => placeholders.some((one) => one === name)

/** Placeholders that a text names and nobody knows, as they were typed. */
export const unknownIn = (text: string): string[] =>
  [...text.matchAll(braces)].flatMap(([whole, name = '']) => (isKnown(name) ? [] : [whole]))

/** A text with its placeholders filled. */
export const filled = (text: string, filling: Filling): string =>
  text.replace(braces, (whole, name: string) => (isKnown(name) ? filling[name] : whole))
