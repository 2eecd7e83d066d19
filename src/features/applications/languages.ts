import { once } from '../../platform/once.ts'
import { fold } from './fold.ts'

/** ISO 639-1 codes of the languages people write in. */
export const languageCodes: readonly string[] =
  'af am ar as az be bg bn bo bs ca ceb co cs cy da de dv dz el en eo es et eu fa fi fil fj fo fr fy ga gd gl gu ha haw he hi hr ht hu hy id ig is it ja jv ka kk km kn ko ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny oc om or pa pl ps pt qu rm rn ro ru rw sa sd si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt ug uk ur uz ve vi wo xh yi yo zh zu'.split(
    ' ',
  )

const otherNames: Record<string, string> = {
  mandarin: 'zh',
  cantonese: 'zh',
  putonghua: 'zh',
  farsi: 'fa',
  dari: 'fa',
  castilian: 'es',
  castellano: 'es',
  castilla: 'es',
  flemish: 'nl',
  malay: 'ms',
  tagalog: 'fil',
  filipino: 'fil',
  gaelic: 'gd',
  irish: 'ga',
  bahasa: 'id',
  'bahasa indonesia': 'id',
  'bahasa malaysia': 'ms',
  'bahasa melayu': 'ms',
  norwegian: 'no',
  sinhalese: 'si',
  'te reo maori': 'mi',
  'isi zulu': 'zu',
  isizulu: 'zu',
  isixhosa: 'xh',
  kiswahili: 'sw',
  serbo: 'sr',
}

/** Languages in whose words a form is likely to be filled in; every language is known by its own name besides. */
const formLanguages = ['en', 'es', 'fr', 'pt', 'de', 'ar', 'zh', 'ru']

/** Made at the first question: it asks for two thousand names. */
const languageByName = once(() => {
  const known = new Map(Object.entries(otherNames))
  for (const locale of formLanguages) addNames(known, locale, languageCodes)
  for (const code of languageCodes) addNames(known, code, [code])
  return known
})

function addNames(to: Map<string, string>, locale: string, asked: readonly string[]) {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  for (const code of asked) {
    const key = fold(names.of(code) ?? '')
    if (key !== '' && !to.has(key)) to.set(key, code)
  }
}

/** @returns the ISO 639 code of a language as people write it, or null */
function languageOf(written: string): string | null {
  const key = fold(written.replace(/[([].*$/, ''))
  return languageByName().get(key) ?? (languageCodes.includes(key) ? key : null)
}

export const isLanguage = (text: string) => languageCodes.includes(text)

/**
 * The languages of a list such as "English, French and a little Arabic".
 *
 * @returns languageCodes, each once; what was not understood stays as it was written
 */
export function languagesOf(written: string): string[] {
  const parts = written.split(/[,،，、;；/+&\n|]|\s(?:and|y|et|und|e)\s/i).map((part) => part.trim())
  const found = parts
    .filter((part) => part !== '')
    .map((part) => (isDenied(part) ? part : (languageOf(part) ?? languageOf(plainly(part)) ?? part)))
  return [...new Set(found)]
}

/** "English: none", "French (no)": a language that somebody does not write is for a person to read. */
const isDenied = (part: string) =>
  /[([:=–-]/.test(part) && denials.test(fold(part.replace(/^[^([:=–-]*/, '')))
const denials =
  /(?:^| )(?:no|not|none|nil|zero|0|never|cannot|cant|nada|nulo|ninguno|ninguna|nenhum|non|pas|aucun|aucune|nul|kein|keine|nicht|لا|无|不)(?: |$)/u

/** Without how well it is spoken. */
const plainly = (part: string) =>
  part
    .replace(/\b(fluent|native|basic|some|a little|a bit of|intermediate|advanced|good|also|my)\b/gi, '')
    .replace(/[-–:].*$/, '')
