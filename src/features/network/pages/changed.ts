import { isCrawlerKind } from '../../../platform/crawlers.ts'
import { joining } from '../../../platform/joining.ts'
import { licenceName } from '../../../platform/say.ts'
import type { Changed } from '../../people/index.ts'
import type { Changed as Change } from '../network.ts'
import { words } from '../words.ts'

const labels = {
  name: 'names.name',
  shortName: 'names.short',
  tagline: 'names.tagline',
  signature: 'writing.signature',
  locales: 'languages.offered',
  zone: 'languages.zone',
  sign: 'look.sign',
  pictureId: 'look.picture',
  accent: 'look.accent',
  senderName: 'writing.sender',
  replyTo: 'writing.reply-to',
  postal: 'writing.postal',
  links: 'elsewhere.title',
  hub: 'elsewhere.hub',
  crawlers: 'machines.crawlers',
  indexNowKey: 'machines.index-now.key',
  licence: 'citing.licence',
  issn: 'citing.issn',
} as const

/** What was changed in the settings, one by one, as it was before and is since. */
export const changedNetwork: Changed = async (_db, entries, { locale }) => {
  const t = words(locale)
  const told = ([field, before, after]: Change) => {
    const [name = '', language] = field.split('.')
    const shown = (value: unknown) => shownIn(name, value, locale)
    const label = t(labels[name as keyof typeof labels])
    const said = { field: language ? joining(locale).aside(label, language) : label }
    return t('changed.became', {
      ...said,
      before: shown(before) || t('none'),
      after: shown(after) || t('none'),
    })
  }
  const ours = entries.filter(({ act }) => act === 'network.changed')
  return new Map(ours.map(({ id, detail }) => [id, (detail as { changed: Change[] }).changed.map(told)]))
}

function shownIn(field: string, value: unknown, locale: string): string {
  if (field === 'licence' && typeof value === 'string') return licenceName(locale, value)
  if (!Array.isArray(value)) return String(value ?? '')
  return value
    .map((one) => (typeof one === 'string' ? nameOf(one, locale) : `${one.label} ${one.href}`))
    .join(', ')
}

const nameOf = (one: string, locale: string) => (isCrawlerKind(one) ? words(locale)(`machines.${one}`) : one)
