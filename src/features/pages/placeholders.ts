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

/** As `filled`, for Markdown: a name is printed as it is, whatever signs are in it. An address becomes a link. */
export const filledMarkdown = (text: string, filling: Filling): string =>
  filled(text, {
    ...filling,
    network: plain(filling.network),
    tagline: plain(filling.tagline),
    postal: plain(filling.postal),
  })

const plain = (text: string) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
