import type { Sentence } from './sentence.ts'
import {
  asked,
  away,
  begun,
  callIsOpen,
  certificate,
  currentTopic,
  endedPairing,
  ending,
  lookedInto,
  mails,
  meet,
  meetLater,
  meetTwo,
  nextCall,
  noPlace,
  own,
  pairCode,
  past,
  reach,
  reserved,
  stayInTouch,
  third,
  toPartner,
  toPartners,
  trioCode,
  waits,
} from './sentences.ts'
import { asksToSignIn, type State } from './state.ts'

const isApplying = { round: 'applying', emails: [] } as const
const { accepted } = mails
const pinned = reserved('partners-pinned', 'All their possible partners are pinned to others.')
const meetBo = meet('Bo Ek', 'both_write', 'The first to read it writes first.')
const meetDev = meet('Dev Rao', 'you_write_first', 'Write first.')
const meetChi = meet('Chi Eze', 'they_write_first', 'The partner was asked to write first.')
const meetLea = meet('Lea Roy', 'other', 'Neither gives an address; write a note.')
const meetLeo = meet('Leo Paz', 'other', 'Neither gives an address; write a note.')
const meetTia = meetTwo('Tia Ozola')

/** What both pages say of an application, while the round is matched. */
const told = (state: keyof typeof own, emails: State['emails'] = []): Omit<State, 'comes'> => ({
  me: [own[state]],
  partner: [own[state]],
  round: 'matching',
  emails,
})

/** With a partner, or two: the page about them says how to reach them. */
const paired = (how: keyof typeof reach, count: 1 | 2 = 1) => ({
  me: [count === 1 ? toPartner : toPartners, own.placed],
  partner: [reach[how], count === 1 ? pairCode : trioCode],
  round: 'introduced' as const,
})

const waiting = (because: keyof typeof waits) => ({
  me: [waits[because], own.placed],
  partner: [waits[because]],
  round: 'introduced' as const,
})

/** The round runs, and a topic is out. */
const running = <Before extends Pick<State, 'me' | 'partner'>>({ me, partner }: Before) => ({
  me: [...me, currentTopic],
  partner,
  round: 'running' as const,
})

/** In a round of its own, in which some had to be left over. */
const leftOver = (reason: string, comes: string, tells: string): State => ({
  comes,
  ...waiting('reserve'),
  emails: [accepted, reserved(reason, tells)],
})

/** Every state a person can be in with respect to round 2016A, in the order in which people come into them. */
const untilTopic = [accepted, meetBo, mails.topicPair]
/** Left alone in the weeks of the round; of an email to one person alone nothing is left once it has been sent. */
const untilAlone = [accepted, meetDev, mails.topicPair]
/** Left alone, and paired once more. */
const untilRematch = [...[accepted, meetLea, mails.topicPair, mails.checkIn], meetLater('Eun Park', 'parted')]
/** Paired, asked by a check-in, and what they have said to it. */
const checkedOn = (said: readonly Sentence[]) => {
  const state = running(paired('both_write'))
  return { ...state, me: [...state.me, ...said] }
}

/** Paired, and one of the two is away. */
const withAway = (how: keyof typeof reach, said: Sentence) => {
  const state = running(paired(how))
  return { ...state, me: [...state.me, said] }
}

export const states = {
  'not signed in': { comes: 'No account, or none that is used now.', ...asksToSignIn, ...isApplying },
  'no application': {
    comes: 'A member who has not applied to any round that goes on.',
    me: [callIsOpen],
    partner: [noPlace],
    ...isApplying,
  },
  'application begun': {
    comes: 'A member who has begun the form, asked for the link to it, and sent nothing.',
    me: [begun],
    partner: [noPlace],
    round: 'applying',
    emails: [mails.draftLink],
  },
  'applied by form': {
    comes: 'A member who applied while signed in.',
    me: [own.sent],
    partner: [own.sent],
    round: 'applying',
    emails: [mails.draftLink, mails.copy],
  },
  'applied by form, address not confirmed': {
    comes: 'Somebody applied with their address without signing in, most likely they themselves.',
    me: [own.unconfirmed],
    partner: [own.unconfirmed],
    round: 'applying',
    emails: [mails.toConfirm],
  },
  'applied by form, address confirmed': {
    comes: 'They have said that it is theirs.',
    me: [own.sent],
    partner: [own.sent],
    round: 'applying',
    emails: [mails.toConfirm],
  },
  'withdrew the application': {
    comes: 'Withdrawn by the one who sent it, while nobody had answered.',
    me: [own['taken-back']],
    partner: [own['taken-back']],
    round: 'applying',
    emails: [mails.toConfirm],
  },
  'application sent': {
    comes: 'A member whose application nobody has looked at.',
    me: [own.sent],
    partner: [own.sent],
    ...isApplying,
  },
  'a question is open': {
    comes:
      'A coordinator still has to settle something about the application, which is nobody else’s business.',
    me: [own.sent],
    partner: [own.sent],
    ...isApplying,
  },
  'asked a question': {
    comes: 'A coordinator has emailed a question that only they can answer.',
    me: [own.asked],
    partner: [own.asked],
    round: 'applying',
    emails: [mails.asked],
  },
  'merged into another': {
    comes: 'Applied twice; the two were made one, and that one speaks for both.',
    ...told('sent'),
  },
  'dropped: no consent': {
    comes: 'Dropped because the code of conduct was not clearly accepted.',
    ...told('no-consent', [mails.noConsent]),
  },
  'dropped: on request': {
    comes: 'Dropped because the person asked for it.',
    ...told('on-request', [mails.onRequest]),
  },
  'dropped: another reason': {
    comes: 'Dropped for a reason that only a coordinator can explain.',
    ...told('dropped', [mails.other]),
  },
  'dropped: applied twice': {
    comes: 'One of two applications that were not merged. The other is answered, so this one gets no email.',
    ...told('duplicate'),
  },
  'dropped: no address': {
    comes: 'Dropped because there is no address to write to: no email can go out, and no account has it.',
    ...asksToSignIn,
    round: 'matching',
    emails: [],
  },
  'accepted, before the release': {
    comes: 'Has a place, and nobody is introduced yet.',
    ...told('accepted', [accepted]),
  },
  'on the waiting list': {
    comes: 'The cap of the country leaves no place.',
    ...told('waitlisted', [mails.waitingList]),
    me: [own.waitlisted, nextCall],
  },
  'shut out': {
    comes: 'Had a place; an account that is shut out takes no part, cannot be used and gets no emails.',
    ...asksToSignIn,
    round: 'matching',
    emails: [accepted],
  },
  'paired, both give their address': {
    comes: 'Released with a partner; each may have the other’s address.',
    ...paired('both_write'),
    emails: [accepted, meetBo],
  },
  'paired, keeps the address': {
    comes: 'Released with a partner; only the partner gives an address.',
    ...paired('you_write_first'),
    emails: [accepted, meetDev],
  },
  'paired, the partner keeps theirs': {
    comes: 'Released with a partner who does not give an address.',
    ...paired('they_write_first'),
    emails: [accepted, meetChi],
  },
  'paired, neither gives an address': {
    comes: 'Released with a partner; the page passes notes on.',
    ...paired('pass_on'),
    emails: [accepted, meetLeo],
  },
  'paired, got a note': {
    comes: 'The partner, whose address is not known, has had a note passed on.',
    ...paired('pass_on'),
    emails: [accepted, meetLeo, mails.note],
  },
  'in a trio': {
    comes: 'Released with two partners.',
    ...paired('both_write', 2),
    emails: [accepted, meetTia],
  },
  'in reserve: partners pinned': {
    comes: 'Everyone who could be the partner is pinned to someone else.',
    ...waiting('reserve'),
    emails: [accepted, pinned],
  },
  'in reserve: held': {
    comes: 'A coordinator holds the place back.',
    ...waiting('held'),
    emails: [accepted, mails.held],
  },
  'in reserve: nobody allowed': leftOver(
    'nobody-allowed',
    'The rules of the round allow no partner.',
    'The rules leave no possible partner, and which.',
  ),
  'in reserve: odd number': leftOver(
    'odd-number',
    'One is over of an odd number, and nobody takes two.',
    'An odd number take part; it has nothing to do with them.',
  ),
  'in reserve: too few partners': leftOver(
    'too-few-partners',
    'Several people have the same few possible partners.',
    'How many people had how few possible partners.',
  ),
  'in reserve: by hand': leftOver(
    'by-hand',
    'A coordinator gave the partner to someone else by hand.',
    'Partners changed at the last moment; it has nothing to do with them.',
  ),
  'paired, a topic is out': {
    comes: 'The topic speaks of the partner.',
    ...running(paired('both_write')),
    emails: [accepted, meetBo, mails.topicPair],
  },
  'in a trio, a topic is out': {
    comes: 'The topic speaks of both partners.',
    ...running(paired('both_write', 2)),
    emails: [accepted, meetTia, mails.topicTrio],
  },
  'in reserve, a topic is out': {
    comes: 'The topic promises no partner.',
    ...running(waiting('reserve')),
    emails: [accepted, pinned, mails.topicAlone],
  },
  'asked whether they are in touch': {
    comes: 'The fourth day of mentoring.',
    ...checkedOn([asked.first]),
    emails: [...untilTopic, mails.checkIn],
  },
  'asked once more': {
    comes: 'Has not answered for three days; the clock asks again.',
    ...checkedOn([asked.first]),
    emails: [...untilTopic, mails.checkIn, mails.nudged],
  },
  'not in touch yet': {
    comes: 'Says so by the link of the email.',
    ...checkedOn([asked.first, asked['not-yet']]),
    emails: [...untilTopic, mails.checkIn, mails.nudged],
  },
  'asked for help': {
    comes: 'Says so on their own page.',
    ...checkedOn([asked.first, asked.help]),
    emails: [...untilTopic, mails.checkIn, mails.nudged],
  },
  'asked for help, a coordinator has written': {
    comes: 'A case is open, and a coordinator has written from it.',
    ...checkedOn([asked.first, asked.help, lookedInto]),
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.helped],
  },
  'answered in their own words': {
    comes: 'Replies to the email with something that is none of the three answers.',
    ...checkedOn([asked.first, asked.words]),
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.helped],
  },
  'in touch': {
    comes: 'Says so; the last answer counts.',
    ...checkedOn([asked.again, asked.yes]),
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.helped],
  },
  'left the round': {
    comes: 'Has left; nobody looks for a partner, and no email follows.',
    me: [own.withdrawn],
    partner: [own.withdrawn],
    round: 'running',
    emails: [accepted, meetLeo, mails.topicPair],
  },
  'the partner has left': {
    comes: 'Waits for another; the email comes with the next release.',
    ...running(waiting('parted')),
    emails: [accepted, meetLea, mails.topicPair, mails.checkIn],
  },
  'the partner has left, held': {
    comes: 'Waits, and a coordinator holds the place back.',
    ...running(waiting('held')),
    emails: [accepted, meetLea, mails.topicPair, mails.checkIn],
  },
  'one of three has left': {
    comes: 'The two who stay are a pair.',
    ...running(paired('both_write')),
    emails: [accepted, meetTia, mails.topicTrio],
  },
  'application sent, the others have partners': {
    comes: 'A member whose application came, or was settled, after the release.',
    me: [own.sent],
    partner: [own.sent],
    round: 'running',
    emails: [],
  },
  'accepted after the release': {
    comes: 'Has a place while the others have their partners.',
    ...running(waiting('late')),
    emails: [mails.late],
  },
  'rematched, the partner had left': {
    comes: 'A later release brings another partner.',
    ...running(paired('you_write_first')),
    emails: untilRematch,
  },
  'rematched from the reserve': {
    comes: 'A later release brings the first partner.',
    ...running(paired('they_write_first')),
    emails: [accepted, pinned, mails.topicAlone, meetLater('Leo Paz', 'waited')],
  },
  'still waits, the partner had left': {
    comes: 'A later release had nobody for them.',
    ...running(waiting('parted')),
    emails: [
      accepted,
      meet('Pål Vik', 'both_write', 'The first to read it writes first.'),
      mails.topicPair,
      mails.stillParted,
    ],
  },
  'still waits, accepted after the release': {
    comes: 'A later release had nobody for them.',
    ...running(waiting('late')),
    emails: [mails.late, mails.stillLate],
  },
  'the partner is away': {
    comes: 'The partner has said so, and that they may know.',
    ...withAway('you_write_first', away.partner),
    emails: [accepted, meetDev, mails.topicPair, mails.partnerAway],
  },
  away: {
    comes: 'Has said so; nobody asks them anything.',
    ...withAway('they_write_first', away.own),
    emails: [accepted, meetChi, mails.topicPair],
  },
  'left of their own accord': {
    comes: 'Has left on their own page.',
    me: [own.withdrawn],
    partner: [own.withdrawn],
    round: 'running',
    emails: [accepted, meetChi, mails.topicPair, mails.farewell],
  },
  'the partner has left of their own accord': {
    comes: 'Was told at once, and waits for another.',
    ...running(waiting('parted')),
    emails: [...untilAlone, mails.partnerAway, mails.partnerLeft],
  },
  'asked whether to join a pair': {
    comes: 'Nobody else without a partner suits them; two who are in touch are asked as well.',
    ...(({ me, ...rest }) => ({ ...rest, me: [...me, third.waiting] }))(running(waiting('parted'))),
    emails: [...untilAlone, mails.askedToJoin],
  },
  'asked to take in a third': {
    comes: 'A coordinator asks whether somebody who waits may join them.',
    ...withAway('you_write_first', third.pair),
    emails: [...untilRematch, mails.askedPair],
  },
  'agreed to take in a third': {
    comes: 'Says yes; the others have still to answer.',
    ...withAway('you_write_first', third.said),
    emails: untilRematch,
  },
  'no third joins them': {
    comes: 'One of the three would rather not; they had agreed.',
    ...running(paired('you_write_first')),
    emails: [...untilRematch, mails.noThird],
  },
  'the pair did not take them in': {
    comes: 'One of the three would rather not; nobody is told who.',
    ...running(waiting('parted')),
    emails: [...untilAlone, mails.notJoined],
  },
  'joined a pair': {
    comes: 'Another pair is asked, and all three agree.',
    ...running(paired('you_write_first', 2)),
    emails: [...untilAlone, meetLater('Tea Kask', 'parted', 2)],
  },
  'a third has joined': {
    comes: 'All three agreed.',
    ...running({
      ...paired('both_write', 2),
      partner: [reach.both_write, reach.they_write_first, trioCode],
    }),
    emails: [accepted, meetTia, mails.topicTrio, meetLater('Chi Eze', 'joined')],
  },
  'the last day, with a partner': {
    comes: 'The round ends today; addresses are shown until tonight.',
    me: [toPartner, own.placed, asked.again, asked.yes, ending.pair, stayInTouch, currentTopic],
    partner: [reach.both_write, pairCode],
    round: 'running',
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.end('pair')],
  },
  'the round is over, with a partner': {
    comes: 'The pairing has ended by itself.',
    me: [past, ending.pair, stayInTouch],
    partner: [endedPairing],
    round: 'ended',
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.end('pair')],
  },
  'the round is over, a certificate earned': {
    comes: 'They are reminded to write their name.',
    me: [past, ending.pair, stayInTouch, certificate.earned],
    partner: [endedPairing],
    round: 'ended',
    emails: [...untilTopic, mails.checkIn, mails.nudged, mails.end('pair'), mails.certificateName],
  },
  'the round is over, with a certificate': {
    comes: 'They wrote their name, and it was made.',
    me: [past, ending.pair, stayInTouch, certificate.ready],
    partner: [endedPairing],
    round: 'ended',
    emails: [
      ...untilTopic,
      ...[mails.checkIn, mails.nudged, mails.end('pair'), mails.certificateName, mails.certificate],
    ],
  },
  'the round is over, the certificate withdrawn': {
    comes: 'A coordinator took it back.',
    me: [past, ending.pair, stayInTouch, certificate.withdrawn],
    partner: [endedPairing],
    round: 'ended',
    emails: [
      ...untilTopic,
      ...[mails.checkIn, mails.nudged, mails.end('pair'), mails.certificateName, mails.certificate],
      mails.certificateWithdrawn,
    ],
  },
  'the round is over, the partner had left': {
    comes: 'Nobody was found in time.',
    me: [past, ending.parted],
    partner: [noPlace],
    round: 'ended',
    emails: [
      accepted,
      meet('Pål Vik', 'both_write', 'The first to read it writes first.'),
      mails.topicPair,
      mails.stillParted,
      mails.end('parted'),
    ],
  },
  'the round is over, without a partner': {
    comes: 'Nobody is promised anything any more.',
    me: [past, ending.never],
    partner: [noPlace],
    round: 'ended',
    emails: [mails.late, mails.stillLate, mails.end('never')],
  },
  'the round is over, left before': {
    comes: 'They had their farewell then, to an address that is forgotten by now, and get no other.',
    me: [],
    partner: [noPlace],
    round: 'ended',
    emails: [accepted, meetChi, mails.topicPair],
  },
} as const satisfies Record<string, State>

export type StateName = keyof typeof states
