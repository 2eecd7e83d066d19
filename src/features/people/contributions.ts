import type { Db } from '../../db/index.ts'
import type { App } from '../../platform/app.ts'
import type { Email } from '../../platform/mail/index.ts'
import type { Network } from '../../platform/network/index.ts'
import type { Act, Locale, Speaker } from '../../platform/words.ts'
import type { Frame, Link, Page } from '../../ui/index.ts'
import type { Actor } from './actor.ts'
import type { JournalEntry } from './queries/journal.ts'
import type { Task } from './task.ts'

/** Finished words in a language: a name, not a sentence. */
type Name = (locale: string) => string

/** What pages gather from all features, each of which knows only its own part. All of it may be left out. */
export type Contributions = {
  /** Entries of the navigation: of the public pages, of anyone who is signed in, of the office, and under each page. */
  nav?: { main?: NavItem[]; account?: NavItem[]; office?: NavItem[]; footer?: NavItem[] }
  /** Addresses, by a pattern of whole paths, by which something new comes in: closed while the network is paused. */
  closedWhilePaused?: RegExp
  /** Where whoever was refused by one of these codes goes on. */
  afterRefusal?: { codes: readonly string[]; way: (locale: string) => Link }
  /** The address of what helps on a page of the office, by the path of that page. */
  help?: (path: string) => string | undefined
  /** What somebody without an account has here under their address. */
  underAddress?: UnderAddress
  /** What the network keeps of people, for the page on privacy. */
  keeps?: (app: App, locale: string) => readonly Kept[]
  /** What waits for someone in the office, and belongs to no round. */
  desk?: OpenMatters
  /** The same of rounds. */
  deskOfRounds?: RoundMatters
  /** What should have happened by itself and did not. */
  missed?: Missed
  /**
   * What each act that it notes was work on, from which the hours of volunteers are estimated; `own` are acts that people do
   * for themselves. A test holds that no act is left out.
   */
  tasks?: Partial<Record<Task | 'own', readonly Act[]>>
  /** What public pages offer while no round is open for applications. */
  betweenCalls?: (frame: Frame) => ReturnType<typeof Page>
  /** How the blog is followed otherwise, wherever feeds or a newsletter are offered; nothing where it is not. */
  waysToFollow?: (app: App, frame: Frame) => Promise<Shown>
  /** What the front page says of itself in its head. */
  frontHead?: (app: App) => Promise<Shown>
  /** The way from the front page to all that has come out. */
  beyondFront?: (locale: string) => Link
  /** What stands below the text of a published post. */
  belowPost?: BelowPost
  /** Where a reader of the code of conduct goes on from it. */
  besideConduct?: (actor: Actor) => Link | undefined
  /** What someone's own front page shows them of it. */
  mine?: OwnMatters
  /** What is said of pairings wherever the office lists them: what is open about each, and where to begin. */
  besidePairs?: BesidePairs
  /** The page by which a post comes out, where that is not its own. */
  besidePosts?: BesidePosts
  /** A post as an email, drawn for nobody: as those get it who are told of each one. */
  postMail?: PostMail
  /** Names for ids that the journal has noted. */
  named?: Naming
  /** What acts changed that the journal has noted, before and after. */
  changed?: Changed
  /**
   * Where addresses lead at which nothing stands any more: asked where "not found" would be the answer, and for the front
   * page with one of these queries.
   */
  formerly?: { queries: readonly string[]; leadsTo: (app: App, url: string) => Promise<string | null> }
  /** Addresses of sitemaps, for search engines. */
  sitemaps?: readonly string[]
  /** Where pictures are shown. */
  showing?: Showing
  /** What the office finds by a few typed letters. */
  search?: Search
  /** Names of the kinds of mails it sends, by the `kind` of an `Email`: "Introduction". */
  mailKinds?: Record<string, Name>
  /** Names of what goes out together, by the `kind` of a campaign: "Introductions". */
  campaignKinds?: Record<string, Name>
}

/** A part of a page, or nothing. */
type Shown = ReturnType<typeof Page> | null

/** Finished words: what it is about, what is kept and what for, and how long. */
export type Kept = { about: string; what: string; long: string }

/** In the order in which it came; a query or two. @param key of the address, as `emailKey` makes it */
export type UnderAddress = (app: App, key: string, locale: string) => Promise<readonly Under[]>

/** One thing that is kept under an address, in finished words. */
export type Under = {
  /** What it is: "Comment". */
  what: string
  /** Where it belongs, or what it is called. */
  title: string
  standing: string
  /** Whether everyone can read it. */
  isPublic: boolean
  /** To its own page: as a link, or by a button that sends a key. */
  way: Link & { key?: string }
}

/** What stands below a published post: the same for everyone who is not signed in and reads in one language. */
export type BelowPost = {
  /** Among what features put there, smaller ones come first; 50 where it does not say. */
  place?: number
  /** Another value once what it shows of a post has changed: asked before its page is made, and each time it is sent again. */
  version(db: Db, postId: string): Promise<string>
  /** Reads all that it shows of a post, once for readers of all languages; what comes of it draws that for one of them. */
  read(app: App, postId: string): Promise<(reader: { actor: Actor; frame: Frame }) => ShownBelow>
}

/** What a feature puts below a post, and what belongs into the page's head for it. */
export type ShownBelow = { shown: ReturnType<typeof Page> | null; head: ReturnType<typeof Page> | null }

export type NavItem = {
  href: string
  label: Name
  /** A policy: an entry is shown to anyone who may open the page behind it. */
  may(actor: Actor): boolean
  /** Among the entries of all features, smaller ones come first. Tens, which leave room between. */
  place: number
}

/** The open matters that this actor may act on, and no others; a few queries, whatever their number. */
export type OpenMatters = (db: Db, actor: Actor, now: Date) => Promise<OpenMatter[]>

/**
 * The same of all rounds, a few queries for each that is open.
 *
 * @param code of the only round that is asked about: what belongs to others, or to none, need not be told
 */
export type RoundMatters = (db: Db, actor: Actor, now: Date, code?: string) => Promise<OpenMatter[]>

/** One line of the office's front page: something that someone must do. */
export type OpenMatter = {
  /** What is open, as a finished sentence in the actor's language. */
  text: string
  /** The next act: the page where the matter is settled, named by what one does there. */
  act: Link
  /** `now` when someone waits or a day has passed, `soon` when a day comes near, else `later`. */
  urgency: 'now' | 'soon' | 'later'
  /** The round it is about, if it is about one. */
  round?: { code: string }
  /** The step of that round which waits for it, and how many are to be settled. */
  step?: { name: string; count: number }
  /** Since when it has been open. */
  since?: Date
  /** When it must be done. */
  dueAt?: Date
}

/** What the clock should have done and can no longer do by itself: a line each, for the operator, without names of people. */
export type Missed = (db: Db, now: Date) => Promise<string[]>

/**
 * What is theirs and nobody else's; nothing for anyone who has none of it.
 *
 * @param speaker the network, whose words may be its own where a page says what an email says
 */
export type OwnMatters = (
  db: Db,
  actor: Actor & { id: string },
  now: Date,
  speaker: Speaker,
) => Promise<OwnMatter[]>

/** One part of someone's own front page. */
export type OwnMatter = {
  title: string
  /** Finished sentences in their language. */
  text: string[]
  /** What stands below the sentences: a drawing, a list, buttons. */
  shown?: (frame: Frame) => ReturnType<typeof Page> | null
  /** The one thing to do now, as a button; parts that have one come before all others. */
  next?: Link
  /** Where to go on. */
  links: Link[]
  /** Among the parts of all features, smaller ones come first. Tens, which leave room between. */
  place: number
}

/** Finished links by the id of the pairing; one query. @param of a round, each with the application of whom it lists */
export type BesidePairs = (
  db: Db,
  actor: Actor,
  of: { code: string; members: readonly { pairingId: string; applicationId: string }[] },
) => Promise<ReadonlyMap<string, Link[]>>

/** Finished links by the id of the post; one query. */
export type BesidePosts = (
  db: Db,
  actor: Actor,
  postIds: readonly string[],
) => Promise<ReadonlyMap<string, Link>>

/** @param post with the time at which it comes out, or now. Nothing for one that is gone */
export type PostMail = (
  app: App,
  post: { id: string; publishAt: Date },
  to: { network: Network; locale: Locale },
) => Promise<Email | null>

/** What an id stands for, and its page; null where the reader may not open that. */
export type NamedThing = { id: string; label: string; href: string | null }

/** The page of each thing it knows by its id, named as readers know it; ids of others are left out. One query. */
export type Naming = (db: Db, ids: readonly string[], reader: JournalReader) => Promise<NamedThing[]>

/** Finished sentences on what acts changed, by the id of their entry; acts of others are left out. One query or two. */
export type Changed = (
  db: Db,
  entries: readonly JournalEntry[],
  reader: JournalReader,
) => Promise<Map<number, string[]>>

/** Who reads the journal, and how kinds of campaigns are called. */
type JournalReader = {
  actor: Actor
  locale: string
  zone: string
  now: Date
  campaign: (kind: string) => string | undefined
}

/**
 * Finds what this actor may see and whose name or address has the text in it.
 *
 * @returns of each kind at most `limit`, the best first
 */
export type Search = (db: Db, actor: Actor, sought: Sought) => Promise<Found[]>

/**
 * What shows one of these pictures, on top or in its text; with an address where it can be read. One query.
 *
 * @param ids all ids by which one picture may be named
 */
export type Showing = (
  db: Db,
  ids: readonly string[],
  now: Date,
) => Promise<{ label: string; href?: string }[]>

/** What was typed, at least two letters of it. */
type Sought = { text: string; limit: number; now: Date }

export type Found = {
  /** What it is, in the actor's language: "Person". */
  kind: string
  title: string
  /** Tells it from others of the same title: an address, a round. */
  note?: string
  href: string
}
