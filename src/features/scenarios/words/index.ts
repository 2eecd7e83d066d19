// Written by bin/words.mjs from the word files beside it; not for editing.
import { wordFiles } from '../../../platform/word-files.ts'
import type { Anywhere, Text } from '../../../platform/words.ts'
import acts_en from './acts.en.json' with { type: 'json' }
import lab_en from './lab.en.json' with { type: 'json' }
import matching_en from './matching.en.json' with { type: 'json' }
import matters_en from './matters.en.json' with { type: 'json' }
import pair_en from './pair.en.json' with { type: 'json' }
import prices_en from './prices.en.json' with { type: 'json' }
import refusals_en from './refusals.en.json' with { type: 'json' }
import reserve_en from './reserve.en.json' with { type: 'json' }
import rules_en from './rules.en.json' with { type: 'json' }
import shape_en from './shape.en.json' with { type: 'json' }
import telling_en from './telling.en.json' with { type: 'json' }

const en = {
  ...acts_en,
  ...lab_en,
  ...matching_en,
  ...matters_en,
  ...pair_en,
  ...prices_en,
  ...refusals_en,
  ...reserve_en,
  ...rules_en,
  ...shape_en,
  ...telling_en,
}

/** In each language. */
export const files = wordFiles('features/scenarios', en)

export type English = typeof en

/** What a sentence must be given; one that is not here needs nothing. */
export type Arguments = {
  'noted.matching.run': { people: number; scenario: Text; subject: Text }
  'noted.matching.cancelled': { scenario: Text; subject: Text }
  'noted.matching.swapped': { first: Text; scenario: Text; second: Text; subject: Text }
  'noted.matching.trio': { first: Text; middle: Text; subject: Text }
  'noted.matching.pin': { first: Text; second: Text; subject: Text }
  'noted.matching.ban': { first: Text; second: Text; subject: Text }
  'noted.matching.unpin': { first: Text; second: Text; subject: Text }
  'noted.matching.unban': { first: Text; second: Text; subject: Text }
  'noted.matching.chosen': { before: Text; scenario: Text; subject: Text }
  'noted.matching.exported': { people: number; scenario: Text; subject: Text }
  'noted.matching.rerun': { same: Text; scenario: Text; subject: Text }
  'noted.matching.compared': { one: Text; other: Text; people: number; subject: Text }
  'noted.matching.middle': { middle: Text; subject: Text }
  'noted.matching.held': { first: Text; subject: Text }
  'noted.matching.unhold': { first: Text; subject: Text }
  'noted.matching.undone': { kind: Text; scenario: Text; subject: Text }
  'lab.running': { scenario: Text }
  'lab.scales': { scenario: Text }
  'reading.placed.same': { people: number; placed: number }
  'reading.placed': { count: number; numbers: Text; people: number; placed: number }
  'reading.worst': { count: number; numbers: Text; served: Text }
  'scenario.numbered': { number: Text }
  'scenario.titled': { number: Text; title: Text }
  'scenario.made': { at: Text; name: Text }
  'choose.label': { scenario: Text }
  'choose.former': { scenario: Text }
  'choose.done': { scenario: Text }
  'pick.summary': { count: Text; shown: Text }
  'pick.which': { most: Text }
  'pick.failed.why': { problem: Text }
  'value.placed': { people: number; placed: number }
  'value.people': { count: number }
  'value.more': { count: number }
  'value.honoured': { met: number; stated: number }
  'value.regions': { count: number; pairs: number }
  'value.price': { share: Text }
  'value.changes': { count: number }
  person: { country: Text; name: Text }
  'spread.sentence': { tenth: Text; worst: Text }
  'spread.worst': { worst: Text }
  'spread.tenth': { tenth: Text }
  'spread.bin': { from: Text; to: Text }
  'by.other-countries': { count: number }
  'by.difference': { high: Text; highIn: Text; label: Text; low: Text; lowIn: Text }
  'by.reach': { best: Text; high: Text; low: Text; worst: Text }
  'map.sentence': { count: Text; countries: number; one: Text; other: Text }
  'map.pairs': { count: number }
  'map.not-drawn': { links: number; pairs: number }
  'against.title': { scenario: Text }
  'against.sentence': { count: number; same: number }
  'against.others': { after: number; before: number }
  'against.caption': { all: number; count: number }
  'against.all': { count: number }
  'new.running.link': { scenario: Text }
  'choice.in-hours': { hours: number }
  'choice.keepBonus.points': { points: Text }
  'unusual.number': { usual: Text; value: Text; what: Text }
  'unusual.mostHoursApart': { hours: number }
  'unusual.keepBonus': { points: Text }
  'lab.caption': { count: number }
  'scenario.as-run': { scenario: Text }
  'scenario.by-hand': { count: number; scenario: Text }
  'scenario.changed': { count: number }
  'compare.by-hand': { count: number; scenario: Text }
  'map.other-links': { count: number }
  'lists.title': { scenario: Text }
  'lists.left.all': { count: number }
  'new.criterion': { question: Text; weight: number }
  'run.people': { people: number }
  'run.stage': { stage: Text }
  'run.failed': { problem: Text }
  'stale.joined': { count: number }
  'stale.left': { count: number }
  'stale.changed': { count: number }
  'stale.setting': { setting: Text }
  proof: { at: Text; fair: Text; number: Text; price: Text }
  'proof.by-hand': { cost: Text; count: number; isFree: Text }
  'filter.option': { count: Text; name: Text }
  'pairs.caption': { count: number }
  'naming.title': { count: number }
  'naming.pair': { partner: Text; writer: Text }
  'matter.unmatched': { count: number }
  'matter.stale': { count: number }
  'pair.lead': { score: Text }
  'pair.lead.trio': { score: Text }
  'pair.alternatives': { name: Text }
  'pair.preview': { name: Text }
  'pair.hours': { hours: Text }
  'pair.why.two': { own: Text; partner: Text }
  cost: { points: number }
  'cost.gain': { points: number }
  'swapped.cost': { points: number }
  'swapped.gain': { points: number }
  'look.at': { at: number; left: number; total: number }
  'look.by': { at: Text; name: Text }
  'look.start': { left: number }
  'compare.title.two': { one: Text; other: Text }
  'compare.option.plan': { scenario: Text }
  'compare.summary': { better: number; people: number; same: number; worse: number }
  'compare.summary.same': { same: number }
  'compare.settings.caption': { count: number }
  'compare.given': { what: Text }
  'compare.number': { what: Text }
  'compare.more': { size: Text }
  'compare.less': { size: Text }
  'compare.scale.plan': { scenario: Text }
  'compare.people.caption': { count: number }
  'compare.served.better': { after: Text; before: Text }
  'compare.served.worse': { after: Text; before: Text }
  'compare.served.same': { after: Text }
  'compare.served.gained': { after: Text }
  'compare.served.lost': { before: Text }
  'compare.download': { count: Text }
  'compare.only': { count: number; number: Text }
  'person.lead': { name: Text; served: Text }
  'person.lead.waits': { name: Text }
  'person.partner': { name: Text }
  'offers.title': { name: Text }
  'offers.baseline.behind': { points: number }
  'offers.baseline.ahead': { points: number }
  'offers.caption': { count: number }
  'offers.none': { why: Text }
  'offers.column.served': { name: Text }
  unplaced: { partners: number; people: number }
  'unplaced.odd': { people: number }
  'unplaced.rivals': { people: number }
  'swap.now.label': { name: Text; partner: Text }
  'swap.left': { names: Text; served: Text }
  'swap.left.reserve': { names: Text }
  'swap.not': { why: Text }
  'price.title.two': { names: Text }
  'price.person': { country: Text; name: Text }
  'price.stage': { stage: Text }
  'price.at-least': { points: number }
  'price.places': { people: number }
  'price.others': { people: number }
  'price.see.label': { name: Text; partner: Text }
  'price.pin.label': { name: Text; partner: Text }
  'price.score': { score: Text }
  'price.not': { why: Text }
  'price.bound': { points: number }
  'price.worst': { after: Text; before: Text }
  'price.worst.same': { worst: Text }
  'price.worst-other': { after: Text; before: Text }
  'price.how.bound': { points: number }
  'price.changed': { people: number }
  'price.pin.two': { names: Text }
  'price.pinned': { names: Text }
  'price.swap': { cost: Text; count: Text; names: Text; served: Text }
  'price.swap.reserve': { cost: Text; names: Text }
  'find.several': { typed: Text }
  'find.none': { typed: Text }
  'find.too-many': { typed: Text }
  'find.again': { name: Text }
  'rerun.same': { before: Text; fingerprint: Text; now: Text }
  'rerun.different': { before: Text; fingerprint: Text; now: Text }
  'refusal.run-failed': { problem: Text }
  'refusal.may-not-be-partners': { why: Text }
  'refusal.may-not-be-left': { why: Text }
  'refusal.long-title': { most: Text }
  'refusal.bad-settings': { file: Text; path: Text; problem: Text }
  'refusal.unreadable-settings': { file: Text }
  'refusal.no-scenario-file': { reason: Text }
  'reserve.offers': { name: Text }
  'reserve.trio': { pair: Text; score: Text }
  'reserve.trio.label': { name: Text; pair: Text; score: Text }
  'reserve.find': { name: Text }
  'obstacle.count': { count: number; why: Text }
  'rule.by': { at: Text; name: Text }
  'rule.lift.label': { names: Text }
  'rule.end.label': { names: Text }
  'shape.last': { at: Text; kind: Text; middle: Text; names: Text; who: Text }
  'shape.middle': { name: Text }
  'shape.hold': { name: Text }
  'shape.hold.hint': { trio: Text }
  'shape.hold.lift': { name: Text }
  'they.reserve.nobody-allowed': { causes: Text }
  'they.reserve.odd-number': { possible: number }
  'they.reserve.by-hand': { possible: number }
  'they.reserve.too-few-partners': { partners: number; rivals: number }
  'you.reserve.nobody-allowed': { causes: Text }
  'you.reserve.too-few-partners': { partners: number; rivals: number }
  wish: { hope: Text }
  'they.interests-shared': { asked: Text; count: number; interests: Text; own: Text; partner: Text }
  'they.interests-different': { asked: Text; own: Text; partner: Text }
  'they.sector-alike': { asked: Text; own: Text; partner: Text; place: Text }
  'they.sector-different': { asked: Text; own: Text; ownPlace: Text; partner: Text; partnerPlace: Text }
  'they.stage-alike': { asked: Text; own: Text; partner: Text; stage: Text }
  'they.stage-later': { asked: Text; own: Text; ownStage: Text; partner: Text; partnerStage: Text }
  'they.stage-earlier': { asked: Text; own: Text; ownStage: Text; partner: Text; partnerStage: Text }
  'they.languages': { languages: Text }
  'they.hours': { own: Text; ownHours: Text; partner: Text; partnerHours: Text; utc: Text }
  'they.unmet': { hope: Text; who: Text }
  'they.impossible': { hope: Text; who: Text }
  'you.interests-shared': { asked: Text; count: number; interests: Text; partner: Text }
  'you.interests-different': { asked: Text; partner: Text }
  'you.sector-alike': { asked: Text; partner: Text; place: Text }
  'you.sector-different': { asked: Text; ownPlace: Text; partner: Text; partnerPlace: Text }
  'you.stage-alike': { asked: Text; partner: Text; stage: Text }
  'you.stage-later': { asked: Text; partner: Text; partnerStage: Text }
  'you.stage-earlier': { asked: Text; partner: Text; partnerStage: Text }
  'you.languages': { languages: Text }
  'you.hours': { ownHours: Text; partner: Text; partnerHours: Text; utc: Text }
  'clock-range': { from: Text; until: Text }
  'you.unmet': { hope: Text }
  'you.impossible': { hope: Text }
  'language.to-write': { language: Text }
  'you.answers-alike': { answers: Text; question: Text; said: Text }
  'they.answers-alike': { answers: Text; question: Text; said: Text }
  'you.answers-different': { question: Text }
  'they.answers-different': { question: Text }
}

declare module '../../../platform/words.ts' {
  interface SaidAnywhere extends Anywhere<typeof en, Arguments> {}
}
