import type { Context } from 'hono'
import {
  type Actor,
  type Contributions,
  type Env,
  type KeptForm,
  keptMark,
  type NavItem,
  signInPath,
  signOutPath,
  stayPath,
} from '../features/people/index.ts'
import type { App } from '../platform/app.ts'
import { dayIn } from '../platform/days.ts'
import { takeFlash } from '../platform/flash.ts'
import { formats } from '../platform/formats.ts'
import { joining } from '../platform/joining.ts'
import { once, oncePer } from '../platform/once.ts'
import { platformWords } from '../platform/say.ts'
import { dirOf, type Locale, locales, tagOf } from '../platform/words.ts'
import type { Frame, NavEntry } from '../ui/index.ts'
import type { Assets } from './assets.ts'
import { editorWords } from './editor-words.ts'
import type { Preference } from './languages.ts'
import { lookOf } from './look.ts'
import { isClosed, pausedNotice } from './paused.ts'
import { haltOf } from './room.ts'

const searchPath = '/office/search'

type NavPart = keyof NonNullable<Contributions['nav']>

/** What every page shows around its own content, in the reader's language. */
export function frameFor(
  c: Context<Env>,
  assets: Assets,
  actor: Actor,
  preference: Preference,
  kept?: KeptForm,
): Frame {
  const { app, features, network, room } = c.var
  const t = platformWords(actor.locale)
  const url = new URL(c.req.url)
  const entries = entriesFor(features, actor, network.pausedAt !== null)
  return {
    locale: actor.locale,
    lang: tagOf(actor.locale),
    dir: dirOf(actor.locale),
    theme: preference.theme,
    now: app.now(),
    path: url.pathname,
    ...lookOf(network, actor.locale, assets),
    nav: entries('main'),
    office: {
      home: '/office',
      name: t('office.title'),
      nav: entries('office'),
      search: {
        action: searchPath,
        name: 'q',
        value: url.pathname === searchPath ? (url.searchParams.get('q') ?? '') : '',
        label: t('frame.search'),
        example: t('frame.search.short'),
        button: t('frame.find'),
      },
      help: helpOn(url.pathname, features, t('frame.help')),
    },
    person: actor.id
      ? {
          name: actor.name,
          links: entries('account'),
          signOut: { action: signOutPath, label: t('frame.sign-out') },
        }
      : null,
    signIn: { href: signInPath, label: t('frame.sign-in') },
    footer: { links: entries('footer') },
    preferences: preferencesOf(url, actor.locale, preference, network.locales),
    banner: bannerOf(app, actor, network.zone),
    halt: room && haltOf(app.space, room, actor),
    paused: pausedNotice(network, actor),
    // Said when a page is drawn, not when a picture or a redirect passes by.
    // A getter in its place would keep every request in memory until a full collection.
    flash: once(() => takeFlash(c)),
    kept: kept && { ...kept, ...keptWords(actor.locale, kept, url.searchParams.get(keptMark) === 'again') },
    session: sessionOf(app, actor),
    editor: () => editorWords(actor),
    words: frameWords(actor.locale),
  }
}

function preferencesOf(
  url: URL,
  locale: string,
  preference: Preference,
  offered: readonly Locale[],
): Frame['preferences'] {
  const t = platformWords(locale)
  return {
    action: '/preferences',
    back: url.pathname + url.search,
    languages: offered.map((one) => ({
      value: one,
      label: ownNames.get(one) ?? one,
      lang: tagOf(one),
      current: one === locale,
    })),
    themes: (['auto', 'light', 'dark'] as const).map((theme) => ({
      value: theme,
      label: t(`frame.theme.${theme}`),
      current: theme === preference.theme,
    })),
  }
}

const wordsByLocale = new Map<string, Frame['words']>()

function frameWords(locale: string): Frame['words'] {
  const words = wordsByLocale.get(locale) ?? newFrameWords(locale)
  wordsByLocale.set(locale, words)
  return words
}

function newFrameWords(locale: string): Frame['words'] {
  const t = platformWords(locale)
  return {
    skip: t('frame.skip'),
    mainNav: t('frame.menu'),
    officeNav: t('frame.office'),
    breadcrumbs: t('frame.breadcrumbs'),
    language: t('frame.language'),
    theme: t('frame.theme'),
    account: t('frame.account'),
    error: t('form.error'),
    faults: (count) => t('form.summary', { count }),
    ...joining(locale),
  }
}

function keptWords(locale: string, kept: KeptForm, isAgain: boolean) {
  const t = platformWords(locale)
  const typed = Object.keys(kept.typed).length === 0 ? 'nothing' : 'something'
  return {
    title: t(isAgain ? 'kept.again.title' : 'kept.title'),
    text: t(isAgain ? 'kept.again.text' : 'kept.text', { typed }),
    link: t('kept.link'),
    copy: t('kept.copy'),
  }
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

function bannerOf(app: App, actor: Actor, zone: string): string | undefined {
  if (app.isDemonstration) return demonstrationOn(dayIn(app.now(), zone), actor.locale)
  return app.config.isDevelopment ? platformWords(actor.locale)('frame.development') : undefined
}

/** By language: what was said last, and on which day. It took a twentieth of a page that is kept. */
const demonstrations = new Map<string, { day: string; text: string }>()

/** @param day by the clock of the network, as its rounds and posts name theirs */
function demonstrationOn(day: string, locale: string): string {
  const last = demonstrations.get(locale)
  if (last?.day === day) return last.text
  const text = platformWords(locale)('frame.demonstration', { day: formats(locale, 'UTC').day(day) })
  demonstrations.set(locale, { day, text })
  return text
}

/** Each language by its own name, whatever the page's language is. */
const ownNames = new Map(
  locales.map((locale) => [locale, new Intl.DisplayNames(locale, { type: 'language' }).of(locale)]),
)

/** The parts of the navigation, each made when it is first asked for. */
type Entries = (part: NavPart) => NavEntry[]

/** Visitors are all shown the same in one language. */
const ofVisitors = oncePer((_features: readonly Contributions[]) => new Map<string, Entries>())

function entriesFor(features: readonly Contributions[], actor: Actor, isPaused: boolean): Entries {
  if (actor.id !== null) return entriesOf(features, actor, isPaused)
  const made = ofVisitors(features)
  const key = `${actor.locale} ${isPaused}`
  const entries = made.get(key) ?? entriesOf(features, actor, isPaused)
  made.set(key, entries)
  return entries
}

/** What the features show of themselves in a part of the navigation, to anyone who may go there. */
function entriesOf(features: readonly Contributions[], actor: Actor, isPaused: boolean): Entries {
  const made = new Map<NavPart, NavEntry[]>()
  const make = (part: NavPart) =>
    features
      .flatMap(({ nav }): readonly NavItem[] => nav?.[part] ?? [])
      .filter(({ may, href }) => may(actor) && !(isPaused && isClosed(features, href)))
      .toSorted((one, other) => one.place - other.place)
      .map(({ href, label }) => ({ href, label: label(actor.locale) }))
  return (part) => {
    const entries = made.get(part) ?? make(part)
    made.set(part, entries)
    return entries
  }
}

/** What helps on a page, if there is anything. */
function helpOn(path: string, features: readonly Contributions[], label: string) {
  const [href] = features.flatMap(({ help }) => help?.(path) ?? [])
  return href === undefined ? undefined : { href, label }
}
