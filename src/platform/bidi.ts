import { languageOf } from './languages.ts'

/** A name keeps its own direction inside a sentence of another script. */
export function isolate(name: string, locale: string): string {
  const isOther = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) !== (languageOf(locale)?.dir === 'rtl')
  return isOther ? `\u2068${name}\u2069` : name
}

/** A number whose sign Intl has marked with letters that nobody sees. */
const signed = /(?:\u200e[-+])?\d[\d.,]*(?:\u200e%\u200e?)?/g

/**
 * Numbers keep their signs in a sentence that runs from right to left. Intl's marks would pull what follows to the
 * wrong side, so that "20%: 211" stands the other way round: set apart, a number needs no marks.
 */
export function isolateSigns(sentence: string): string {
  if (!sentence.includes('\u200e')) return sentence
  return sentence.replace(signed, (number) =>
    number.includes('\u200e') ? `\u2066${number.replaceAll('\u200e', '')}\u2069` : number,
  )
}
