import { formats } from '../../../platform/formats.ts'
import { postPath } from '../paths.ts'
import { words } from '../words.ts'

type Props = { translations: readonly { slug: string; locale: string }[]; locale: string }

/** The languages in which it can be read as well, each by the name it has in itself. */
export const Translations = ({ translations, locale }: Props) => {
  if (translations.length === 0) return null
  return (
    <p class="translations">
      {words(locale)('translations')}{' '}
      {translations.map((one) => (
        <a href={postPath(one.slug)} hreflang={one.locale} lang={one.locale} rel="alternate">
          {formats(one.locale, 'UTC').language(one.locale)}
        </a>
      ))}
    </p>
  )
}
