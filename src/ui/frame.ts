import type { Child } from 'hono/jsx'
import type { KeptForm } from './form-context.ts'
import type { Joining } from './joining.tsx'
import type { SignLook } from './sign.tsx'

export type Direction = 'ltr' | 'rtl'

/** `info` explains, `success` reports, `warning` asks for attention, `danger` stops. */
export type Tone = 'info' | 'success' | 'warning' | 'danger'

export type Link = { href: string; label: string }

/** `count` is a finished, already formatted number of things that wait there. */
export type NavEntry = Link & { count?: string }

/** With an `href` a link; without one, a button that posts `value` to `frame.preferences.action`. */
export type Choice = { value: string; label: string; current: boolean; href?: string; lang?: string }

/**
 * Everything the shell knows about a request and each page shows around its own content.
 * All words are finished and in the reader's language.
 */
export type Frame = {
  /** The language of its words, by our code. */
  locale: string
  /** The same for browsers (BCP 47). */
  lang: string
  dir: Direction
  /** `auto` follows the reader's device. */
  theme: 'auto' | 'light' | 'dark'
  /** When the page was asked for. */
  now: Date
  /** Path of this page without its query; marks the entry of the navigation one is in. */
  path: string
  /** Addresses, with a content hash. `officeCss` is added to `css` on office pages. */
  assets: {
    css: string
    officeCss?: string
    /** Colours of the network's own, in the place of ours. */
    accentCss?: string
    js?: string
    officeJs?: string
    editorCss?: string
    editorJs?: string
    icon: { href: string; type: string }
  }
  site: Site
  /** Masthead of the public pages: at most five. */
  nav: NavEntry[]
  /** `search` is a box on every page of the office, whose text goes to `action` by `name`. */
  office: {
    home: string
    name: string
    nav: NavEntry[]
    search?: SearchBox
    /** Leads to what helps on this page. */
    help?: Link | undefined
  }
  person: { name: string; links: Link[]; signOut?: { action: string; label: string } } | null
  /** Shown to visitors in the place of the signed-in person. */
  signIn?: Link
  footer: { links: Link[] }
  preferences: {
    action: string
    /** Where the form comes back to: this page, with its query. */
    back: string
    languages: Choice[]
    themes: Choice[]
  }
  /** For instance "Development: mail goes to a page, not to people." */
  banner?: string
  /** Why nothing can be saved at the moment. */
  halt?: string
  /** That the network is paused: pages then leave out the ways to what is closed. */
  paused?: string | undefined
  /** What just happened, once, after a redirect. */
  flash?: () => { tone: Tone; text: Child } | undefined
  /** A form of this page that was sent when its sender had been signed out: it is filled in again. */
  kept?: KeptForm & { title: string; text: string; link: string; copy: string }
  /** When the reader is signed out, for those whose time is short: see `SessionEnd`. */
  session?: Session
  /** On this page texts are written: it brings the editor along, whose sentences these are. */
  isForWriting?: boolean
  editor?: () => Record<string, string>
  words: {
    skip: string
    mainNav: string
    officeNav: string
    breadcrumbs: string
    language: string
    theme: string
    account: string
    error: string
    /** "Please check 2 answers". */
    faults: (count: number) => string
  } & Joining
}

/** The network: `shortName` stands where there is little room, `links` lead to where else it is. */
export type Site = {
  name: string
  shortName: string
  home: string
  tagline: string
  sign: SignLook
  links: Link[]
  /** Whether search engines are asked to leave out all its pages. */
  isUnlisted?: boolean
}

/** `example` stands in the empty box, which is narrow; `label` says all of it. */
export type SearchBox = Record<'action' | 'name' | 'value' | 'label' | 'example' | 'button', string>

export type Session = {
  /** How long a request keeps the reader signed in, and until when at most, in seconds from now. */
  idleSeconds: number
  leftSeconds: number
  mostSeconds: number
  action: string
  stay: string
  /** Finished sentences: until when, that it is soon, and that it is over. */
  until: string
  soon: string
  over: string
}

/** The entry that leads to this page or, nearest of all, to one above it. */
export function nearest(entries: readonly Link[], path: string): Link | undefined {
  return entries
    .filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
}
