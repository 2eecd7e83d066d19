import type { NetworkTexts, Settings } from '../../platform/network/index.ts'
import type { Locale } from '../../platform/words.ts'

/** What a director changes at once; what it does not name stays. */
export type Change = Partial<Omit<Settings, 'texts'>> & {
  texts?: Partial<Record<Locale, Partial<NetworkTexts>>>
}

/** A setting by its name, a text with its language (`name.es`), with what it was and became. */
export type Changed = [field: string, before: unknown, after: unknown]

/** The settings with a change in them. */
export function changed(before: Settings, { texts = {}, ...change }: Change): Settings {
  const said = { ...before.texts }
  for (const locale of Object.keys(said) as Locale[]) said[locale] = { ...said[locale], ...texts[locale] }
  return { ...before, ...change, texts: said }
}

/** What differs between two states of the settings, as the journal keeps it. */
export function differences(before: Settings, after: Settings): Changed[] {
  const [was, is] = [flat(before), flat(after)]
  return Object.keys(is)
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => [field, was[field], is[field]])
}

function flat({ texts, ...settings }: Settings): Record<string, unknown> {
  const said = (Object.keys(texts) as Locale[]).flatMap((locale) =>
    Object.entries(texts[locale]).map(([field, text]) => [`${field}.${locale}`, text]),
  )
  return { ...settings, ...Object.fromEntries(said) }
}

/** Texts as a form that was parsed sends them, `name-es`, by language. */
export function textsOf(typed: Record<string, unknown>): NonNullable<Change['texts']> {
  const texts: NonNullable<Change['texts']> = {}
  for (const [key, text] of Object.entries(typed)) {
    const [field = '', locale] = key.split('-') as [string, Locale]
    if (typeof text === 'string') texts[locale] = { ...texts[locale], [field]: text }
  }
  return texts
}
