import { formats } from '../../platform/formats.ts'
import { platformWords } from '../../platform/say.ts'
import { dirOf, tagOf } from '../../platform/words.ts'
import { words } from './words.ts'

/** Nothing from elsewhere, also where no server says so. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'"

const policyTag = String(<meta http-equiv="Content-Security-Policy" content={policy} />)

/** @param script the way to the script of the copy, on pages that need one */
export const headOf = (script: string | null): string =>
  script === null ? policyTag : policyTag + String(<script defer src={script} />)

const notices = new Map<string, string>()

/** That this is a copy, since when the page reads like this, and where the living site is. Most pages say the same. */
export function noticeOf(locale: string, day: string, origin: string): string {
  const key = `${locale} ${day} ${origin}`
  const notice = notices.get(key) ?? newNotice(locale, day, origin)
  notices.set(key, notice)
  return notice
}

const newNotice = (locale: string, day: string, origin: string): string => {
  const t = words(locale)
  const said = day === '' ? '' : t('notice', { day: formats(locale, 'UTC').shortDay(day) })
  return String(
    <aside>
      <p class="hint">
        {said}{' '}
        <a href={origin} rel="external">
          {t('notice.living', { address: new URL(origin).host })}
        </a>
      </p>
    </aside>,
  )
}

type Language = { locale: string; href: string; isCurrent: boolean }

/** The same page in the other languages, in place of the buttons that ask the site for it. */
export const languagesOf = (locale: string, languages: readonly Language[]): string =>
  String(
    <nav class="preferences" aria-label={platformWords(locale)('frame.language')}>
      <span class="choices">
        {languages.map((one) => (
          <a
            href={one.href}
            lang={tagOf(one.locale)}
            hreflang={tagOf(one.locale)}
            aria-current={one.isCurrent ? 'true' : undefined}
          >
            {formats(one.locale, 'UTC').language(one.locale)}
          </a>
        ))}
      </span>
    </nav>,
  )

type Below = {
  /** The way to the folder of the copy, and to that of the page's language, each with its last slash or empty. */
  root: string
  home: string
  /** The languages in which there are posts, that of the page first. */
  indexes: readonly string[]
  years: readonly { year: string; href: string }[]
}

/** What stands below the box of the search: what is found, and without a script all years. */
export const foundBelow = (locale: string, { root, home, indexes, years }: Below): string => {
  const t = words(locale)
  return String(
    <>
      <section
        class="post-list"
        id="found"
        aria-live="polite"
        data-root={root}
        data-home={home}
        data-indexes={indexes.join(' ')}
        data-count={t('found.count', { count: '#' })}
        data-none={t('found.none')}
      />
      <nav aria-labelledby="by-year">
        <h2 id="by-year">{t('found.by-year')}</h2>
        <ul class="inline-list">
          {years.map(({ year, href }) => (
            <li>
              <a href={href}>{year}</a>
            </li>
          ))}
        </ul>
      </nav>
    </>,
  )
}

/** A page that leads on, where something stood before. */
export const movedPage = (
  locale: string,
  { href, canonical }: { href: string; canonical: string },
): string => {
  const t = words(locale)
  return `<!doctype html>${(
    <html lang={tagOf(locale)} dir={dirOf(locale)}>
      <head>
        <meta charset="utf-8" />
        <title>{t('moved')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="refresh" content={`0; url=${href}`} />
        <link rel="canonical" href={canonical} />
      </head>
      <body>
        <p>
          {t('moved')} <a href={href}>{t('moved.on')}</a>
        </p>
      </body>
    </html>
  )}`
}
