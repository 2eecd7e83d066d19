/** A name keeps its own direction inside a sentence of another script. */
export function isolate(name: string, locale: string): string {
  const isOther = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(name) !== (locale === 'ar')
  return isOther ? `\u2068${name}\u2069` : name
}
