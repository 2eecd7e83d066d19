import type { Context } from 'hono'
import { type Actor, type Env, type KeptForm, mayEnterOffice, stayPath } from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { takeFlash } from '../platform/flash.ts'
import { formats } from '../platform/formats.ts'
import { platformWords } from '../platform/say.ts'
import { dirOf, locales } from '../platform/words.ts'
import type { Frame } from '../ui/index.ts'
import type { Assets } from './assets.ts'
import type { Preference } from './languages.ts'

/** What every page shows around its own content, in the reader's language. */
export function frameFor(
  c: Context<Env>,
  assets: Assets,
  actor: Actor,
  preference: Preference,
  kept?: KeptForm,
): Frame {
  const t = platformWords(actor.locale)
  const url = new URL(c.req.url)
  const flash = once(() => takeFlash(c))
  return {
    locale: actor.locale,
    dir: dirOf(actor.locale),
    theme: preference.theme,
    path: url.pathname,
    assets,
    site: { name: t('site'), home: '/', tagline: t('frame.footer') },
    nav: [
      { href: '/', label: t('nav.posts') },
      { href: '/rounds', label: t('nav.rounds') },
      ...(actor.id ? [{ href: '/me', label: t('nav.me') }] : []),
      ...(mayEnterOffice(actor) ? [{ href: '/office', label: t('nav.office') }] : []),
    ],
    office: { home: '/office', name: t('nav.office'), nav: officeEntries(actor) },
    person: actor.id
      ? {
          name: actor.name,
          links: [
            { href: '/me', label: t('nav.me') },
            { href: '/me/partner', label: t('nav.partner') },
          ],
          signOut: { action: '/sign-out', label: t('frame.sign-out') },
        }
      : null,
    signIn: { href: '/sign-in', label: t('frame.sign-in') },
    footer: { text: t('frame.footer'), links: [{ href: '/feeds', label: t('frame.feeds') }] },
    preferences: {
      action: '/preferences',
      back: url.pathname + url.search,
      languages: locales.map((locale) => ({
        value: locale,
        label: ownNames.get(locale) ?? locale,
        lang: locale,
        current: locale === actor.locale,
      })),
      themes: (['auto', 'light', 'dark'] as const).map((theme) => ({
        value: theme,
        label: t(`frame.theme.${theme}`),
        current: theme === preference.theme,
      })),
    },
    banner: bannerOf(c.var.app, actor),
    get flash() {
      return flash()
    },
    kept: kept && { ...kept, ...keptWords(actor.locale) },
    session: sessionOf(c.var.app, actor),
    words: {
      skip: t('frame.skip'),
      mainNav: t('frame.menu'),
      officeNav: t('frame.office'),
      breadcrumbs: t('frame.breadcrumbs'),
      language: t('frame.language'),
      theme: t('frame.theme'),
      account: t('frame.account'),
      error: t('form.error'),
      faults: (count) => t('form.summary', { count }),
    },
  }
}

function keptWords(locale: string) {
  const t = platformWords(locale)
  return { title: t('kept.title'), text: t('kept.text'), link: t('kept.link'), copy: t('kept.copy') }
}

function sessionOf(app: App, actor: Actor): Frame['session'] {
  if (!actor.session) return undefined
  const { idleMs, leftMs, mostMs } = actor.session
  const t = platformWords(actor.locale)
  const seconds = (ms: number) => Math.floor(ms / 1000)
  return {
    idleSeconds: seconds(idleMs),
    leftSeconds: seconds(leftMs),
    mostSeconds: seconds(mostMs),
    action: stayPath,
    stay: t('session.stay'),
    until: t('session.until', {
      time: formats(actor.locale, actor.zone).instant(new Date(app.now().getTime() + leftMs)),
    }),
    soon: t('session.soon'),
    over: t('session.over'),
  }
}

function bannerOf(app: App, actor: Actor): string | undefined {
  const t = platformWords(actor.locale)
  if (app.isDemonstration) {
    const today = app.now().toISOString().slice(0, 10)
    return t('frame.demonstration', { day: formats(actor.locale, 'UTC').day(today) })
  }
  return app.config.isDevelopment ? t('frame.development') : undefined
}

/** Each language by its own name, whatever the page's language is. */
const ownNames = new Map(
  locales.map((locale) => [locale, new Intl.DisplayNames(locale, { type: 'language' }).of(locale)]),
)

function officeEntries(actor: Actor) {
  const t = platformWords(actor.locale)
  const runsRounds = actor.roles.has('coordinator')
  const edits = actor.roles.has('editor')
  return [
    ...(runsRounds || actor.roles.has('ambassador')
      ? [{ href: '/office/rounds', label: t('office.rounds') }]
      : []),
    ...(edits ? [{ href: '/office/topics', label: t('office.topics') }] : []),
    ...(runsRounds ? [{ href: '/office/mail', label: t('office.mail') }] : []),
    ...(runsRounds || actor.roles.has('director')
      ? [{ href: '/office/people', label: t('office.people') }]
      : []),
    ...(runsRounds ? [{ href: '/office/journal', label: t('office.journal') }] : []),
  ]
}

/** A flash is said when a page is drawn, not when a picture or a redirect passes by. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
