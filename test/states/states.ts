import { asksToSignIn, type State } from './state.ts'

const accepted = [
  'You are in: Round 2016A',
  'You have a place, and we are now looking for a colleague',
] as const
const reserved = ['You are on the reserve list of round 2016A', 'Today the others are introduced'] as const
const topic = 'Topic 1: Getting to know you'
const noPlace = 'You do not have a partner'
const applied = 'We have your application for Round 2016A and have not answered it yet.'
const reserve = 'You are on the reserve list of Round 2016A.'
const looking = 'We are looking for a partner for you'
const bothWrite = 'The first of you with time writes first:'
const keepsOwn = 'does not have your address, because you asked us to keep it.'
const keepsTheirs = 'prefers not to give out an address.'
const pairCode = 'You both accepted the code of conduct'
const trioCode = 'All three of you accepted the code of conduct'

/** Every state a person can be in with respect to round 2016A, in the order in which people come into them. */
export const states = {
  'not signed in': {
    comes: 'No account, or none that is used now.',
    partner: asksToSignIn,
    round: 'Open for applications',
    emails: [],
  },
  'no application': {
    comes: 'A member who has not applied to any round that goes on.',
    partner: [noPlace, 'you have no place in one at the moment'],
    round: 'Open for applications',
    emails: [],
  },
  'application sent': {
    comes: 'A member whose application nobody has looked at.',
    partner: ['Your application is with us', applied],
    round: 'Open for applications',
    emails: [],
  },
  'a question is open': {
    comes:
      'A coordinator has still something to settle about the application, which is nobody else’s business.',
    partner: ['Your application is with us', applied],
    round: 'Open for applications',
    emails: [],
  },
  'merged into another': {
    comes: 'Applied twice; the two were made one, and that one speaks for both.',
    partner: ['Your application is with us', applied],
    round: 'Being matched',
    emails: [],
  },
  'dropped: no consent': {
    comes: 'Dropped because the code of conduct was not clearly accepted.',
    partner: ['We need one more answer from you', 'the code of conduct was not accepted'],
    round: 'Being matched',
    emails: [
      [
        'Round 2016A: we need one more answer from you',
        'answer this email with “I accept the code of conduct”',
      ],
    ],
  },
  'dropped: on request': {
    comes: 'Dropped because the person asked for it.',
    partner: ['You do not take part', 'Your application for Round 2016A has been taken out'],
    round: 'Being matched',
    emails: [
      [
        'Round 2016A: your application has been taken out',
        'as you asked, we have taken out your application to Round 2016A.',
      ],
    ],
  },
  'dropped: another reason': {
    comes: 'Dropped for a reason that only a coordinator can explain.',
    partner: ['You do not take part', 'Your application for Round 2016A has been taken out'],
    round: 'Being matched',
    emails: [
      [
        'Round 2016A: we could not include your application',
        'If you would like to know why, or think that this is a mistake, answer this email.',
      ],
    ],
  },
  'dropped: applied twice': {
    comes: 'One of two applications that were not merged. The other is answered, so this one gets no email.',
    partner: ['You applied twice', 'The other one counts.'],
    round: 'Being matched',
    emails: [],
  },
  'dropped: no address': {
    comes: 'Dropped because there is no address to write to: no email can go out, and no account has it.',
    partner: asksToSignIn,
    round: 'Being matched',
    emails: [],
  },
  'accepted, before the release': {
    comes: 'Has a place, and nobody is introduced yet.',
    partner: ['On the day the partners are introduced you see yours here, and we email you.'],
    round: 'Being matched',
    emails: [accepted],
  },
  'on the waiting list': {
    comes: 'The cap of the country leaves no place.',
    partner: ['You are on the waiting list', 'More people applied to Round 2016A from your country'],
    round: 'Being matched',
    emails: [
      ['Round 2016A: you are on the waiting list', 'If a place becomes free, we will write to you at once.'],
    ],
  },
  'shut out': {
    comes: 'Had a place; an account that is shut out takes no part, cannot be used and gets no emails.',
    partner: asksToSignIn,
    round: 'Being matched',
    emails: [accepted],
  },
  'paired, both give their address': {
    comes: 'Released with a partner; each may have the other’s address.',
    partner: [pairCode, bothWrite],
    round: 'Partners introduced',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Bo Ek', 'The first of you to read this writes first:'],
    ],
  },
  'paired, keeps the address': {
    comes: 'Released with a partner; only the partner gives an address.',
    partner: [pairCode, keepsOwn],
    round: 'Partners introduced',
    emails: [accepted, ['Meet your partner in round 2016A: Dev Rao', 'So please write first']],
  },
  'paired, the partner keeps theirs': {
    comes: 'Released with a partner who does not give an address.',
    partner: [pairCode, keepsTheirs],
    round: 'Partners introduced',
    emails: [accepted, ['Meet your partner in round 2016A: Chi Eze', 'has been asked to write first']],
  },
  'paired, neither gives an address': {
    comes: 'Released with a partner; the page passes notes on.',
    partner: [pairCode, 'Neither of you gives out an email address.'],
    round: 'Partners introduced',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Leo Paz', 'Neither of you gives out an email address'],
    ],
  },
  'in a trio': {
    comes: 'Released with two partners.',
    partner: [trioCode, bothWrite],
    round: 'Partners introduced',
    emails: [
      accepted,
      [
        'Meet your partners in round 2016A: Tia Ozola and Tea Kask',
        'You are a group of three; today we introduce you to your two partners',
      ],
    ],
  },
  'in reserve: partners pinned': {
    comes: 'Everyone who could be the partner is pinned to somebody else.',
    partner: [looking, reserve],
    round: 'Partners introduced',
    emails: [
      accepted,
      [reserved[0], 'Everyone who could be your partner had already been promised to someone else.'],
    ],
  },
  'in reserve: held': {
    comes: 'A coordinator holds the place back.',
    partner: ['We are not looking for a partner for you at the moment', 'and it is on hold.'],
    round: 'Partners introduced',
    emails: [
      accepted,
      ['Your place in round 2016A is on hold', 'We have not looked for a partner for you this time'],
    ],
  },
  'paired, a topic is out': {
    comes: 'The topic speaks of the partner.',
    partner: [pairCode, bothWrite],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Bo Ek', 'You both accepted the code of conduct'],
      [topic, 'a new topic is out for you and your partner in round 2016A.'],
    ],
  },
  'in a trio, a topic is out': {
    comes: 'The topic speaks of both partners.',
    partner: [trioCode, bothWrite],
    round: 'Running',
    emails: [
      accepted,
      [
        'Meet your partners in round 2016A: Tia Ozola and Tea Kask',
        'All three of you accepted the code of conduct',
      ],
      [topic, 'a new topic is out for you and your two partners in round 2016A.'],
    ],
  },
  'in reserve, a topic is out': {
    comes: 'The topic promises no partner.',
    partner: [looking, reserve],
    round: 'Running',
    emails: [
      accepted,
      [reserved[0], 'You are now on our reserve list.'],
      [topic, 'You do not have a partner at the moment'],
    ],
  },
  'left the round': {
    comes: 'Has left; nobody looks for a partner, and no email follows.',
    partner: ['You no longer take part', 'You have left Round 2016A'],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Leo Paz', 'Today we introduce you to your partner'],
      [topic, 'a new topic is out for you and your partner'],
    ],
  },
  'the partner has left': {
    comes: 'Waits for another; the email comes with the next release.',
    partner: [looking, 'Your pairing in Round 2016A has ended.'],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Lea Roy', 'Today we introduce you to your partner'],
      [topic, 'a new topic is out for you and your partner'],
    ],
  },
  'the partner has left, held': {
    comes: 'Waits, and a coordinator holds the place back.',
    partner: ['We are not looking for a partner for you at the moment', 'and it is on hold.'],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Lea Roy', 'Today we introduce you to your partner'],
      [topic, 'a new topic is out for you and your partner'],
    ],
  },
  'one of three has left': {
    comes: 'The two who stay are a pair.',
    partner: [pairCode, bothWrite],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partners in round 2016A: Tia Ozola and Tea Kask', 'You are a group of three'],
      [topic, 'for you and your two partners'],
    ],
  },
  'accepted after the release': {
    comes: 'Has a place while the others have their partners.',
    partner: [
      'We are looking for a partner for you',
      'The others had their partners already when you joined',
    ],
    round: 'Running',
    emails: [],
  },
  'rematched, the partner had left': {
    comes: 'A later release brings another partner.',
    partner: [pairCode, keepsOwn],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Lea Roy', 'Today we introduce you to your partner'],
      [topic, 'for you and your partner'],
      ['Your new partner in round 2016A: Eun Park', 'Your pairing in Round 2016A has ended.'],
    ],
  },
  'rematched from the reserve': {
    comes: 'A later release brings the first partner.',
    partner: [pairCode, keepsTheirs],
    round: 'Running',
    emails: [
      accepted,
      [reserved[0], 'You are now on our reserve list.'],
      [topic, 'You do not have a partner at the moment'],
      ['We have found a partner for you in round 2016A: Leo Paz', 'You have waited for a partner'],
    ],
  },
  'still waits, the partner had left': {
    comes: 'A later release had nobody for them.',
    partner: [looking, 'Your pairing in Round 2016A has ended.'],
    round: 'Running',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Pål Vik', 'Today we introduce you to your partner'],
      [topic, 'for you and your partner'],
      ['We are looking for a partner for you in round 2016A', 'Your pairing in Round 2016A has ended.'],
    ],
  },
  'still waits, accepted after the release': {
    comes: 'A later release had nobody for them.',
    partner: [
      'We are looking for a partner for you',
      'The others had their partners already when you joined',
    ],
    round: 'Running',
    emails: [
      [
        'We are looking for a partner for you in round 2016A',
        'You have a place, and we want to tell you about your partner.',
      ],
    ],
  },
  'the round is over, with a partner': {
    comes: 'The pairing stays to be seen.',
    partner: [pairCode, bothWrite],
    round: 'Ended',
    emails: [
      accepted,
      ['Meet your partner in round 2016A: Bo Ek', 'Today we introduce you to your partner'],
      [topic, 'for you and your partner'],
    ],
  },
  'the round is over, without a partner': {
    comes: 'Nobody is promised anything any more.',
    partner: [noPlace, 'you have no place in one at the moment'],
    round: 'Ended',
    emails: [
      [
        'We are looking for a partner for you in round 2016A',
        'You have a place, and we want to tell you about your partner.',
      ],
    ],
  },
} as const satisfies Record<string, State>

export type StateName = keyof typeof states
