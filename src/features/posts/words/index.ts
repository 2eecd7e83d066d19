// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import actsOnPosts_en from './acts-on-posts.en.json' with { type: 'json' }
import authors_en from './authors.en.json' with { type: 'json' }
import citing_en from './citing.en.json' with { type: 'json' }
import desk_en from './desk.en.json' with { type: 'json' }
import emails_en from './emails.en.json' with { type: 'json' }
import feeds_en from './feeds.en.json' with { type: 'json' }
import front_en from './front.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import officePost_en from './office-post.en.json' with { type: 'json' }
import passages_en from './passages.en.json' with { type: 'json' }
import picture_en from './picture.en.json' with { type: 'json' }
import post_en from './post.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import shell_en from './shell.en.json' with { type: 'json' }
import translations_en from './translations.en.json' with { type: 'json' }
import writing_en from './writing.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...actsOnPosts_en,
  ...authors_en,
  ...citing_en,
  ...desk_en,
  ...emails_en,
  ...feeds_en,
  ...front_en,
  ...matters_en,
  ...officePost_en,
  ...passages_en,
  ...picture_en,
  ...post_en,
  ...refusals_en,
  ...shell_en,
  ...translations_en,
  ...writing_en,
}

/** In each language. */
export const files = wordFiles('features/posts', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.post.proposed': { title: Text }
  'noted.post.claimed': { subject: Text }
  'noted.post.assigned': { subject: Text }
  'noted.post.due-changed': { subject: Text }
  'noted.post.saved': { number: number; subject: Text }
  'noted.post.submitted': { subject: Text }
  'noted.post.taken-back': { subject: Text }
  'noted.post.given-back': { subject: Text }
  'noted.post.noted': { subject: Text }
  'noted.post.moved': { subject: Text }
  'noted.post.scheduled': { at: Text; subject: Text }
  'noted.post.published': { subject: Text }
  'noted.post.unscheduled': { subject: Text }
  'noted.post.withdrawn': { subject: Text }
  'noted.post.restored': { subject: Text }
  'noted.post.placed': { subject: Text }
  'noted.post.pictured': { subject: Text }
  'noted.post.note-answered': { subject: Text }
  'noted.post.note-resolved': { subject: Text }
  'noted.post.note-reopened': { subject: Text }
  'noted.post.translated': { from: Text; subject: Text }
  'noted.author.changed': { subject: Text }
  'noted.author.merged': { from: Text; subject: Text }
  'noted.post.citing-changed': { subject: Text }
  'noted.post.corrected': { subject: Text }
  'do.claim.label': { title: Text }
  'do.move.text': { url: Text }
  'publish.what.page': { title: Text; url: Text }
  'withdraw.what.page': { url: Text }
  'done.assigned': { name: Text }
  'done.moved': { slug: Text }
  'done.scheduled': { at: Text }
  'done.saved': { number: Text }
  'done.merged': { number: Text }
  'done.restored': { number: Text }
  'authors.doubles.act': { name: Text; other: Text }
  'author.lead': { count: number }
  'author.unpublished': { count: number }
  'author.saved': { name: Text }
  'merge-authors.title': { name: Text; other: Text }
  'merge-authors.goes': { name: Text; told: Text }
  'merge-authors.stays': { name: Text; told: Text }
  'merge-authors.posts': { count: number; name: Text; other: Text }
  'merge-authors.address': { name: Text; other: Text }
  'merge-authors.done': { name: Text; other: Text }
  'citing.licence.usual': { licence: Text }
  'correct.by': { at: Text; by: Text; number: Text }
  'place.round': { code: Text }
  'place.fortnight': { code: Text; number: Text }
  'place.any': { code: Text }
  'place.from': { code: Text; day: Text; number: Text }
  'due.late': { days: number }
  'next.title': { next: Text }
  'next.text': { name: Text }
  'next.reader': { name: Text }
  'mail.hello': { name: Text }
  'mail.due': { day: Text }
  'mail.note': { by: Text; note: Text }
  'mail.footer': { site: Text }
  'mail.author.footer': { site: Text }
  'mail.assigned.subject': { title: Text }
  'mail.assigned.why': { by: Text; title: Text }
  'mail.handed-over.subject': { title: Text }
  'mail.handed-over.why': { by: Text; title: Text }
  'mail.submitted.subject': { title: Text }
  'mail.submitted.why': { by: Text; title: Text }
  'mail.given-back.subject': { title: Text }
  'mail.given-back.why': { by: Text; title: Text }
  'mail.taken-back.subject': { title: Text }
  'mail.taken-back.why': { by: Text; title: Text }
  'mail.scheduled.subject': { at: Text; title: Text }
  'mail.scheduled.why': { at: Text; title: Text }
  'mail.published.subject': { title: Text }
  'mail.published.why': { title: Text }
  'mail.unscheduled.subject': { title: Text }
  'mail.unscheduled.why': { at: Text; by: Text; title: Text }
  'mail.withheld.subject': { title: Text }
  'mail.withheld.why': { at: Text; title: Text }
  'mail.withdrawn.subject': { title: Text }
  'mail.withdrawn.why': { title: Text }
  'mail.restored.subject': { title: Text }
  'mail.restored.why': { title: Text }
  'mail.notes': { count: number }
  'feed.tag': { code: Text }
  'feed.of': { network: Text; what: Text }
  'feed.of.topic': { code: Text; number: number }
  'feed.rights.licence': { licence: Text }
  'front.page': { page: Text }
  'pager.position': { page: Text; pages: Text }
  'round.title': { code: Text }
  'round.lead': { count: number }
  'round.lead.ended': { count: number }
  'round.back': { code: Text }
  'front.call': { round: Text; until: Text }
  'front.season.last': { round: Text }
  'front.topic': { number: Text }
  'round.crate': { code: Text; network: Text }
  'matter.review': { title: Text }
  'matter.late': { day: Text; title: Text }
  'matter.late-other': { day: Text; name: Text; title: Text }
  'matter.due': { day: Text; title: Text }
  'matter.free': { count: number }
  'matter.held': { day: Text; title: Text }
  'address.later': { url: Text }
  'notes.note': { at: Text; by: Text; number: Text }
  'notes.submitted': { at: Text; by: Text; number: Text }
  'notes.given-back': { at: Text; by: Text; number: Text }
  'notes.withdrawn': { at: Text; by: Text; number: Text }
  'texts.begun': { at: Text; by: Text; number: Text }
  'texts.saved': { at: Text; by: Text; number: Text }
  'texts.merged': { at: Text; by: Text; number: Text }
  'texts.restored': { at: Text; by: Text; number: Text }
  'texts.found': { at: Text; number: Text }
  'texts.all': { count: number }
  'checks.open': { must: number; should: number }
  'check.must': { text: Text }
  'check.length': { max: number; min: number }
  'check.headings': { found: Text }
  'check.links': { found: Text }
  'check.language': { found: Text }
  'passages.title': { title: Text }
  'passages.said': { at: Text; by: Text }
  'passages.done': { by: Text; day: Text }
  'passages.count': { count: number }
  'picture.title': { title: Text }
  'kicker.topic': { code: Text; number: Text }
  'kicker.round': { code: Text }
  'byline.by': { author: Text }
  'byline.minutes': { minutes: number }
  hashtag: { hashtag: Text }
  'cite.address': { url: Text }
  'footnotes.back': { number: Text }
  'mastodon.open': { server: Text }
  'authors.title': { count: number }
  'card.alt': { network: Text; title: Text }
  'languages.alone': { language: Text }
  'languages.of': { language: Text; stage: Text }
  'original.title': { language: Text }
  'write.title': { title: Text }
  'write.merge.text': { after: Text; before: Text }
  'write.kept.title': { at: Text }
  'write.other': { at: Text; name: Text }
  'autosave.count': { n: Text; plenty: Text }
  'merge.lead': { at: Text; by: Text; count: number }
  'merge.paragraph': { number: number }
  'merge.theirs': { by: Text }
  'compare.text': { number: number }
  'compare.caption': { after: number; before: number }
  'compare.not-newest': { now: number }
  restore: { number: number }
  'restore.text': { now: number; number: number }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
