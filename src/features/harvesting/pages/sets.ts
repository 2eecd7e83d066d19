import { formats } from '../../../platform/formats.ts'
import { element, text } from '../../../platform/xml.ts'
import type { Filter } from '../../posts/index.ts'
import type { Header, Sets } from '../queries/records.ts'
import { words } from '../words.ts'

/** The sets that a post belongs to; that of a topic lies within that of its round. */
export const setsIn = ({ round, topic, authors, locale }: Header): string[] => [
  ...(round === null ? [] : [`round-${round}`]),
  ...(round === null || topic === null ? [] : [`round-${round}:${topic}`]),
  ...authors.map((slug) => `author-${slug}`),
  `language-${locale}`,
]

/** The posts of a set; null for what was never one. */
export function filterOf(set: string): Filter | null {
  const [, round, topic] = /^round-([0-9]{4}[A-Z])(?::([1-9][0-9]?))?$/.exec(set) ?? []
  if (round !== undefined) return topic === undefined ? { round } : { round, topic: Number(topic) }
  const [, author] = /^author-([a-z0-9-]+)$/.exec(set) ?? []
  if (author !== undefined) return { author }
  const [, locale] = /^language-([A-Za-z-]+)$/.exec(set) ?? []
  return locale === undefined ? null : { locale }
}

/** All of them, named in a language. */
export function setsListed({ rounds, authors, locales }: Sets, locale: string): string[] {
  const t = words(locale)
  const said = formats(locale, 'UTC')
  return [
    ...rounds.flatMap(({ code, topics }) => [
      set(`round-${code}`, t('set.round', { code })),
      ...topics.map((number) => set(`round-${code}:${number}`, t('set.topic', { code, number }))),
    ]),
    ...authors.map(({ slug, name }) => set(`author-${slug}`, t('set.author', { name }))),
    ...locales.map((one) => set(`language-${one}`, t('set.language', { language: said.language(one) }))),
  ]
}

const set = (spec: string, name: string) =>
  element('set', {}, element('setSpec', {}, spec), element('setName', {}, text(name)))
