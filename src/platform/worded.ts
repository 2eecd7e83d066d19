import type { Network } from './network/network.ts'

/** An email of a feature whose sentences a network may word otherwise. @typeParam World what drawing one reads of: `App` */
export type Worded<World> = {
  /** Among those of its feature. */
  name: string
  /** Among those of all features, smaller ones come first: as they reach a participant. */
  place: number
  /** What it is called, in finished words. */
  label(locale: string): string
  /** Its sentences in the order in which they are read, by their keys in the feature's word files. */
  keys: readonly string[]
  /** As someone would get it: with what is known of them, and with what was made up where nothing is. */
  draw(app: World, to: Example, network: Network): Promise<Drawn> | Drawn
}

/** As much of an email as is looked at. */
export type Drawn = { to: string; toName?: string | undefined; subject: string; text: string; html: string }

/** Whom an email is drawn for, in the language in which it is looked at. Its links are nobody's. */
export type Example = {
  /** Null for somebody made up. */
  personId: string | null
  name: string
  givenName: string
  email: string
  zone: string
  locale: string
}

export type WordedEmail<World> = Worded<World> & { feature: string }

/** All there are, as they reach a participant. */
export const wordedOf = <World>(
  features: readonly { name: string; worded?: readonly Worded<World>[] }[],
): readonly WordedEmail<World>[] =>
  features
    .flatMap(({ name, worded = [] }) => worded.map((one) => ({ ...one, feature: name })))
    .toSorted((one, other) => one.place - other.place)
