import { renderToString } from 'hono/jsx/dom/server'
import { expect, test } from 'vitest'
import { all } from '../src/features/all.ts'
import { Noted } from '../src/features/people/pages/noted.tsx'
import { type Act, locales, type NotedOf } from '../src/platform/words.ts'

const [one, other, third] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
]
const link = (label: string) => ({ label, href: `/office/${label}` })
const named = new Map([
  [one, { id: one, ...link('Ada') }],
  [other, { id: other, ...link('Sol') }],
  [third, { id: third, ...link('Ruth') }],
])

const answers = { batchId: third, count: 2, people: [other] }
const topic = { code: '2016A', number: 3 }
const mailed = { ...topic, mails: 991 }
/** What each act notes: one that is not here does not compile. */
const noted: { [One in Act]: NotedOf<One> } = {
  'applications.imported': { kind: 'former-pairings', added: 1055, known: 0, corrected: 0, problems: 12 },
  'voice.shown': { code: '2016A', place: 1 },
  'voice.removed': { code: '2016A', place: 1 },
  'voice.taken-back': { code: '2016A' },
  'wording.changed': { count: 2, locale: 'es' },
  'page.published': { page: 'how-it-works', locale: 'es', number: 2, version: 'none' },
  'ambassador.invited': { country: 'EG' },
  'ambassador.uninvited': { country: 'EG' },
  'contact.added': { country: 'EG' },
  'contact.changed': { country: 'EG' },
  'contact.removed': { country: 'EG' },
  'country-note.written': { country: 'EG' },
  'arrival.begun': { site: 'interlibnet.example' },
  'arrival.ended': { site: 'interlibnet.example' },
  'blog.exported': { kind: 'wxr', posts: 12 },
  'blog.exported-with-addresses': { kind: 'json', posts: 1 },
  'fediverse.on': {},
  'fediverse.off': {},
  'fediverse.channel-added': { handle: 'openaccess' },
  'fediverse.known-as': { handle: 'blog' },
  'fediverse.moved': { handle: 'blog' },
  'fediverse.key-made': {},
  'fediverse.blocked': { who: '@spam@spam.example' },
  'fediverse.unblocked': { who: 'spam.example' },
  'fediverse.report-settled': {},
  'network.paused': {},
  'network.woken': {},
  'outlet.added': { handle: '@iln@social.example' },
  'outlet.removed': { handle: '@iln@social.example' },
  'outlet.tried': { handle: '@iln@social.example' },
  'outlet.told-again': {},
  'comments.shown': { count: 3 },
  'comments.spam': { count: 1 },
  'comments.removed': { count: 2 },
  'comments.undone': { count: 2 },
  'comments.ruled': {},
  'contribution.claimed': {},
  'contribution.handed': {},
  'contribution.noted': {},
  'contribution.asked': {},
  'contribution.accepted': {},
  'contribution.declined': {},
  'contribution.proofed': {},
  'contribution.waived': {},
  'contributions.ruled': {},
  'reprint.entered': {},
  'reprint.passed': {},
  'reprint.answered': {},
  'reprint.recorded': {},
  'reprint.licensed': {},
  'reprint.declined': {},
  'reprint.appeared': {},
  'reprints.exported': { count: 3 },
  'comments.open': {},
  'comments.closed': {},
  'comments.by-rule': {},
  'issue.begun': {},
  'issue.changed': {},
  'issue.dropped': {},
  'issue.tested': {},
  'issue.decided': { readers: 12, at: new Date('2016-03-01T06:00:00Z') },
  'issue.called-back': {},
  'issue.sent': {},
  'issue.stopped': {},
  'issue.resumed': {},
  'call.told': { told: 12 },
  'check-ins.planned': { days: '4, 10' },
  'case.opened': {},
  'case.assigned': { owner: other },
  'case.noted': {},
  'case.waits': {},
  'case.mailed': {},
  'ladder.changed': {},
  'ladder.reset': {},
  'report.received': {},
  'case.parted': {},
  'case.closed': { outcome: 'in_touch' },
  'standings.exported': { people: 12 },
  'trio.offered': { first: other },
  'trio.joined': { first: other },
  'trio.declined': { first: other },
  'trio.lapsed': { first: other },
  'trio.withdrawn': { first: other },
  'certificate.again': { round: other },
  'certificate.withdrawn': { round: other },
  'certificates.reminded': { people: 12 },
  'certificates.ruled': { checkIns: 2, endSurvey: true },
  'signing-key.made': {},
  'signing-key.changed': {},
  'signing-key.stolen': { again: 3 },
  'subscribers.exported': { people: 12 },
  'network.changed': { changed: [] },
  'question.added': { label: 'Why?' },
  'question.changed': { label: 'Why?' },
  'question.moved': { label: 'Why?' },
  'question.removed': { label: 'Why?' },
  'answers.exported': { people: 12 },
  'questions.copied': { from: '2015B', count: 2 },
  'questions.supplied': { count: 8 },
  'survey.planned': { sheet: 'mid', asksOn: '2016-04-27', closesOn: '2016-05-11' },
  'survey.released': { sheet: 'end' },
  'survey.recalled': { sheet: 'mid' },
  'survey.closed': { sheet: 'end' },
  'reflection.drafted': {},
  'reflection.set-aside': {},
  'survey.exported': { sheet: 'end', lines: 120 },
  'network.tested': {},
  'network.begun': {},
  'application.admitted': { file: other, row: 17 },
  'application.mended': answers,
  'application.dropped': answers,
  'duplicate.merge': answers,
  'duplicate.keep-both': answers,
  'duplicate.drop': answers,
  'desk.obvious-accepted': answers,
  'sector.mapped': answers,
  'desk.undone': { round: other, count: 3 },
  'cap.applied': { percent: 20, accepted: 962, waiting: 8, newlyAccepted: 962, newlyWaiting: 8 },
  'correction.accept': answers,
  'correction.keep': answers,
  'application.asked': { kind: 'missing-consent' },
  'application.taken-up': { kind: 'unread-sharing' },
  'desk.left-out': { count: 4 },
  'application.sent': { code: '2016-01-01' },
  'application.changed': { code: '2016-01-01' },
  'application.withdrawn': {},
  'mail.stopped': { key: 'introductions:x', sent: 10, waiting: 3 },
  'mail.resumed': { key: 'introductions:x', sent: 10, waiting: 3 },
  'mail.address-allowed': {},
  'mail.all-resumed': {},
  'mail.complained': {},
  'mail.letter-settled': {},
  'erasure.asked': { why: 'by-email' },
  'erasure.taken-back': {},
  'person.erased': {},
  'address.erased': { keeps: 'texts' },
  'data.swept': { count: 2 },
  'backup.made': { name: 'twinleaf-2016', bytes: 1000 },
  'backup.restored': { backup: 'twinleaf-2016', madeAt: '2016-02-20T12:00:00.000Z' },
  'backup.thinned': { count: 3 },
  'picture.added': { width: 1600, height: 900 },
  'picture.described': {},
  'picture.focused': {},
  'picture.replaced': {},
  'pairings.rehearsed': { introductions: 900, reserve: 3, examples: 6, attempt: third },
  'pairings.released': { pairings: 480, reserve: 2, mails: 991 },
  'pairings.exported': { pairings: 480, reserve: 2 },
  'pairing.parted': { left: [other], together: [], free: [third] },
  'pairing.rejoined': { back: [other] },
  'participant.left': { first: other },
  'pairings.rematched': { pairings: 2, people: 5, mails: 5 },
  'participants.accepted-late': { people: 7 },
  'person.created': {},
  'person.email-changed': {},
  'person.email-taken-back': { changes: 2 },
  'person.disabled': {},
  'person.enabled': {},
  'role.granted': { role: 'ambassador', country: 'EG', startsOn: '2015-06-01', endsOn: null },
  'role.ended': { role: 'coordinator', country: null, endsOn: '2016-06-30' },
  'second-factor.removed': {},
  'setting.changed': { setting: 'require-second-factor', value: true },
  'round.created': { code: '2016A' },
  'round.changed': { changed: [['title', 'a', 'b']] },
  'round.announced': {},
  'matching.run': { scenario: other, people: 962 },
  'matching.cancelled': { scenario: other },
  'matching.swapped': { scenario: other, first: other, second: third, cost: 3 },
  'matching.trio': { first: other, middle: third },
  'matching.pin': { first: other, second: third },
  'matching.ban': { first: other, second: third },
  'matching.unpin': { first: other, second: third },
  'matching.unban': { first: other, second: third },
  'matching.chosen': { scenario: other, before: third },
  'matching.exported': { scenario: other, people: 962 },
  'matching.rerun': { scenario: other, same: false, engine: '1' },
  'matching.compared': { one: other, other: third, people: 30 },
  'matching.middle': { middle: other },
  'matching.held': { first: other },
  'matching.unhold': { first: other },
  'matching.undone': { scenario: other, change: 2, kind: 'swap' },
  'post.proposed': { title: 'What we let go' },
  'post.claimed': {},
  'post.assigned': {},
  'post.due-changed': {},
  'post.saved': { number: 3 },
  'post.submitted': {},
  'post.taken-back': {},
  'post.given-back': {},
  'post.noted': {},
  'post.note-answered': {},
  'post.note-resolved': {},
  'post.note-reopened': {},
  'post.placed': {},
  'post.pictured': {},
  'topic.plan-copied': { code: '2016A', from: '2015B', count: 3 },
  'post.citing-changed': {},
  'post.corrected': {},
  'post.moved': {},
  'post.translated': { from: other },
  'author.changed': {},
  'author.merged': { from: other },
  'post.scheduled': { at: '2015-10-26T09:00:00.000Z' },
  'post.published': {},
  'post.unscheduled': {},
  'post.withdrawn': {},
  'post.restored': {},
  'topic.begun': topic,
  'topic.changed': topic,
  'topic.scheduled': { ...topic, at: '2015-10-26T09:00:00.000Z' },
  'topic.published': mailed,
  'topic.mailed': mailed,
  'topic.mailed-late': { ...mailed, at: '2015-10-26T09:00:00.000Z' },
  'topic.withdrawn': topic,
  'topic.restored': mailed,
  'topic.unscheduled': topic,
}

const sentence = (act: string, detail: unknown, locale = 'en') => {
  const entry = { id: 1, at: new Date(0), act, actorId: null, actorName: null, subject: one, detail }
  const html = renderToString(<Noted entry={entry} locale={locale} zone="UTC" named={named} />)
  return { html, text: html.replace(/<[^>]*>/g, '') }
}

const codes =
  /[{}<>_]|undefined|NaN|\bnone\b|\bnull\b|[0-9a-f]{8}-[0-9a-f]{4}|[a-z]-[a-z]+-[a-z]|\d{4}-\d\d|[a-z][A-Z]/

test.each(locales)('%s: every act has a whole sentence without a key, a code or an identifier', (locale) => {
  for (const act of Object.keys(noted) as Act[]) {
    const { text } = sentence(act, noted[act], locale)
    expect(text, act).toMatch(locale === 'zh' ? /\S{5}.*。$/ : /\S+ \S+.*\.$/)
    expect(text, act).not.toMatch(codes)
  }
})

test('every act is work on one task, or what people do for themselves', () => {
  const tasks = all.flatMap((feature) => Object.values(feature.tasks ?? {}).flat())

  expect(tasks.toSorted()).toEqual(Object.keys(noted).toSorted())
})

test('what an act is about is a link in its sentence, and days, countries and figures are in words', () => {
  const { html, text } = sentence('role.granted', noted['role.granted'])

  expect(text).toBe('Ada became ambassador for Egypt from 1 June 2015.')
  expect(html).toContain('<a href="/office/Ada">Ada</a>')
  expect(sentence('applications.imported', { kind: 'applications', added: 1055, problems: 12 }).text).toBe(
    '1,055 applications were imported from Ada; 12 rows had problems.',
  )
  expect(sentence('topic.published', mailed).text).toBe(
    'Topic 3 of 2016A, Ada, was published with 991 emails.',
  )
  expect(sentence('pairing.parted', { left: [] }).text).toBe('The pairing of Ada ended.')
})

test('what an older version noted otherwise is called by its name, and what is gone is said to be gone', () => {
  const gone = '00000000-0000-4000-8000-000000000009'

  expect(sentence('application.admitted', { row: 17 }).text).toBe('Row accepted as an application Ada')
  expect(sentence('pond.dug', {}).text).toBe('An act of an older version Ada')
  expect(sentence('participant.left', { first: gone }).text).toBe(
    'something that is no longer here left Ada while waiting for a partner.',
  )
})
