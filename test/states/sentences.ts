import type { Sentence } from './sentence.ts'

export const one = (key: string, tells: string): Sentence => ({ key, tells })

/** What a page says that someone reads about their own application, by its state. */
export const own = {
  placed: one('applications:own.placed', 'They have a place; from when to when mentoring runs.'),
  accepted: one('applications:own.accepted', 'They have a place; partners are still to be introduced.'),
  waitlisted: one(
    'applications:own.waitlisted',
    'They wait because of the cap, need do nothing, and come first next.',
  ),
  asked: one('applications:own.asked', 'Answer the question that was emailed.'),
  'taken-back': one('applications:own.taken-back', 'They have withdrawn it; how to come back.'),
  unconfirmed: one('applications:own.unconfirmed', 'Whether it is theirs; no place until then.'),
  sent: one('applications:own.sent', 'We have the application; the answer comes by email.'),
  withdrawn: one('applications:own.withdrawn', 'They take part no longer; how to come back.'),
  'no-consent': one('applications:own.no-consent', 'Answer the email with consent to the code of conduct.'),
  'on-request': one('applications:own.on-request', 'Taken out as they asked; how to change that.'),
  dropped: one('applications:own.dropped', 'Could not be included; whom to ask why.'),
  duplicate: one(
    'applications:own.duplicate',
    'They applied twice, need do nothing, and the other one counts.',
  ),
}
export const past = one('applications:mine.past', 'They had a place; when the round ran.')
export const callIsOpen = one('calls:mine.open', 'Until when applications are open.')
export const begun = one('calls:mine.begun', 'They have begun an application; until when it can be sent.')
export const nextCall = one('subscribers:mine.ask', 'They can ask to be told of the next call.')
export const currentTopic = one('topics:mine.round', 'Which topic is out.')

/** What a check-in asks, and what they have said to it. */
export const asked = {
  first: one('checkins:question.first', 'Whether they have heard from their partner, with three answers.'),
  again: one('checkins:question.again', 'Whether they are still in touch.'),
  yes: one('checkins:next.yes', 'They are in touch, and there is nothing else to do.'),
  'not-yet': one('checkins:next.not-yet', 'They are not in touch yet; what to do.'),
  help: one('checkins:next.help', 'They asked for help; a coordinator writes.'),
  words: one('checkins:next.words', 'They answered in their own words; a coordinator reads them.'),
}

/** What is done about what they told us. */
export const lookedInto = one(
  'cases:mine.help',
  'They asked for help, it has arrived, and who looks after it by when.',
)

/** Who is away. */
export const away = {
  partner: one('checkins:quiet.partner-away', 'Their partner is away, and until when.'),
  own: one('checkins:quiet.own-away', 'They are away, and until when.'),
}

/** Whether a pair takes in somebody who waits. */
export const third = {
  pair: one('trios:ask.pair.why', 'Whether they take in a third partner, and where that person works.'),
  waiting: one('trios:ask.waiting.why', 'Whether they join a pair, and where the two work.'),
  said: one('trios:said.yes', 'They agreed, and until when the others can answer.'),
}

/** How a round ends. */
export const ending = {
  pair: one('farewells:end.pair', 'The round and the pairing end; thanks.'),
  parted: one('farewells:end.parted', 'The round ends; they had no partner any more, and we are sorry.'),
  never: one('farewells:end.never', 'The round ends; we found them no partner, and are sorry.'),
}
export const certificate = {
  earned: one('certificates:mine.earned', 'They have earned a certificate; write the name.'),
  ready: one('certificates:own.ready', 'To whom their certificate is made out.'),
  withdrawn: one('certificates:mine.withdrawn', 'Their certificate was withdrawn; where it says why.'),
}
export const stayInTouch = one('farewells:touch', 'How to stay in touch, and until when addresses are shown.')
export const endedPairing = one(
  'pairings:partner.ended',
  'With whom they were paired, and until when; no address.',
)

/** Why someone waits for a partner. */
export const waits = {
  parted: one('pairings:partner.waiting.parted', 'Their pairing has ended, and we look for another partner.'),
  reserve: one('pairings:partner.waiting.reserve', 'They are in reserve; we write when there is a partner.'),
  late: one('pairings:partner.waiting.late', 'They came after the others had partners; we look for one.'),
  held: one('pairings:partner.waiting.held', 'Their place is on hold; what to do if that is not their wish.'),
}
export const noPlace = one('pairings:partner.none', 'They have no place in a round.')
export const toPartner = one('pairings:mine.link/1', 'The way to the page about the partner.')
export const toPartners = one('pairings:mine.link/2', 'The way to the page about both partners.')

/** How partners reach each other. */
export const reach = {
  both_write: one('pairings:partner.contact/both_write', 'The first with time writes first.'),
  you_write_first: one(
    'pairings:partner.contact/you_write_first',
    'Write first, as their own address is not given.',
  ),
  they_write_first: one(
    'pairings:partner.contact/they_write_first',
    'The partner gives no address and writes first.',
  ),
  pass_on: one('pairings:partner.contact/other', 'Neither gives an address; write a note here.'),
}
export const pairCode = one('pairings:partner.code/1', 'What both have agreed to.')
export const trioCode = one('pairings:partner.code/2', 'What all three have agreed to.')

/** An email: its subject, and the sentence that tells the state. */
export type Mail = { kind: string; subject: string; says: Sentence; names?: string }

export const mail = (kind: string, subject: string, key: string, tells: string): Mail => ({
  kind,
  subject,
  says: one(key, tells),
})

const answer = (name: string, kind: string, tells: string) =>
  mail(kind, `applications:mail.${name}.subject`, `applications:mail.${name}.why`, tells)

export const mails = {
  accepted: answer('accepted', 'accepted', 'They have a place, and we look for a colleague.'),
  late: answer(
    'late',
    'accepted',
    'They have a place; the others have partners, so we look for someone free.',
  ),
  waitingList: answer('waiting-list', 'waiting-list', 'They are on the waiting list, and why.'),
  noConsent: mail(
    'dropped',
    'applications:mail.no-consent.subject',
    'applications:mail.no-consent.next',
    'How to give consent.',
  ),
  onRequest: answer('on-request', 'dropped', 'Taken out as they asked.'),
  other: mail(
    'dropped',
    'applications:mail.other.subject',
    'applications:mail.other.next',
    'How to ask why.',
  ),
  toConfirm: mail(
    'application-copy',
    'calls:mail.copy.subject.confirm',
    'calls:mail.copy.why.confirm',
    'What was sent; confirm the address, or remove it.',
  ),
  copy: mail('application-copy', 'calls:mail.copy.subject', 'calls:mail.copy.why', 'What was sent.'),
  draftLink: mail(
    'draft-link',
    'calls:mail.link.subject',
    'calls:mail.link.why',
    'The way back to what was begun.',
  ),
  asked: mail(
    'question',
    'applications:mail.question.subject',
    'applications:mail.question.missing-consent',
    'The question.',
  ),
  held: mail(
    'reserve',
    'pairings:held-mail.subject',
    'pairings:held-mail.next',
    'Their place is on hold; what to do.',
  ),
  topicPair: mail(
    'topic',
    'topics:mail.subject',
    'topics:mail.why.pair',
    'A topic is out for the two of them.',
  ),
  topicTrio: mail(
    'topic',
    'topics:mail.subject',
    'topics:mail.why.trio',
    'A topic is out for the three of them.',
  ),
  topicAlone: mail(
    'topic',
    'topics:mail.subject',
    'topics:mail.why.alone',
    'A topic is out; no partner is promised.',
  ),
  checkIn: mail(
    'check-in',
    'checkins:question.first',
    'checkins:mail.why',
    'Whether they have heard from their partner.',
  ),
  nudged: mail('check-in-nudge', 'checkins:nudge.subject', 'checkins:nudge.why', 'The same once more.'),
  helped: mail(
    'case',
    'cases:letter.answer.subject',
    'cases:letter.answer.text',
    'A coordinator has read it; what would help most.',
  ),
  partnerAway: mail(
    'absence',
    'checkins:absence.away.subject',
    'checkins:absence.away.why',
    'Their partner is away, and until when.',
  ),
  partnerLeft: mail(
    'reserve',
    'pairings:partner-left.subject',
    'pairings:partner-left.why.pair',
    'Their partner has left; they keep their place.',
  ),
  askedPair: mail(
    'trio',
    'trios:ask.pair.question',
    'trios:ask.pair.how',
    'Would they be three? Only if all agree.',
  ),
  askedToJoin: mail(
    'trio',
    'trios:ask.waiting.question',
    'trios:ask.waiting.how',
    'Would they join a pair? Only if all agree.',
  ),
  noThird: mail(
    'trio-ended',
    'trios:ended.pair.subject',
    'trios:ended.pair.next',
    'No third joins them; they go on as before.',
  ),
  notJoined: mail(
    'trio-ended',
    'trios:ended.waiting.subject',
    'trios:ended.waiting.next',
    'They did not join the pair; we go on looking.',
  ),
  farewell: mail('farewell', 'pairings:farewell.subject', 'pairings:farewell.why', 'They have left; thanks.'),
  stillParted: mail(
    'reserve',
    'pairings:waiting-mail.subject',
    'pairings:waiting-mail.why.parted',
    'Their pairing has ended, and we look for another partner.',
  ),
  stillLate: mail(
    'reserve',
    'pairings:waiting-mail.subject',
    'pairings:waiting-mail.why.late',
    'They have a place, and we look for a partner.',
  ),
  certificateName: mail(
    'certificate-name',
    'certificates:mail.name.subject',
    'certificates:mail.name.why',
    'They have earned a certificate; write the name.',
  ),
  certificate: mail(
    'certificate',
    'certificates:mail.ready.subject',
    'certificates:mail.ready.why',
    'Their certificate is made; where it is.',
  ),
  certificateWithdrawn: mail(
    'certificate-withdrawn',
    'certificates:mail.withdrawn.subject',
    'certificates:mail.withdrawn.why',
    'Their certificate was withdrawn, and why.',
  ),
  end: (how: keyof typeof ending): Mail => ({
    ...mail('round-end', 'farewells:mail.subject', '', ''),
    says: ending[how],
  }),
  note: mail(
    'note',
    'pairings:note-mail.subject',
    'pairings:note-mail.why',
    'What the partner asked us to pass on.',
  ),
}

/** Why the release left someone in reserve. */
export const reserved = (reason: string, tells: string): Mail =>
  mail('reserve', 'pairings:reserve-mail.subject', `scenarios:you.reserve.${reason}`, tells)

/** Introduced with all the others, to one partner or two. */
export const meet = (names: string, how: string, tells: string): Mail => ({
  ...mail('introduction', 'pairings:intro.subject/1', `pairings:intro.contact/${how}`, tells),
  names,
})
export const meetTwo = (names: string): Mail => ({
  ...mail('introduction', 'pairings:intro.subject/2', 'pairings:intro.why/2', 'They are a group of three.'),
  names,
})
const later = {
  parted: 'The former pairing has ended; who is next.',
  waited: 'Their wait is over; who it is.',
  joined: 'All agreed; who joins them.',
}
/** Introduced later: after another partner, after a wait, or to a third. */
export const meetLater = (names: string, beginning: keyof typeof later, count: 1 | 2 = 1): Mail => ({
  ...mail(
    'introduction',
    `pairings:rematch-mail.subject.${beginning}/${count}`,
    `pairings:rematch-mail.why.${beginning}/${count}`,
    later[beginning],
  ),
  names,
})
