import {
  answer,
  comment,
  comments,
  contributed,
  follow,
  leave,
  list,
  lists,
  mayAgree,
  nameGone,
  postGone,
  posts,
  question,
  reply,
  reprinted,
  reprints,
  said,
  text,
  texts,
} from './publication-sentences.ts'
import type { PublicationState } from './publication-state.ts'
import type { Mail } from './sentences.ts'

const { arrived, asked, accepted, proof, again, out } = contributed

/** A contribution: what its page says, and how it stands under the address of its author. */
const offered = (
  which: keyof typeof texts,
  more: Partial<PublicationState> & { emails: readonly Mail[] },
) => ({
  post: [],
  kept: [texts[which]],
  own: [text[which]],
  ...more,
})

const untilAccepted = [arrived, asked, accepted]
const untilAgreed = [...untilAccepted, proof, proof]
const untilOut = [...untilAgreed, again, out]
const saidSoFar = [said.asked, said.changed]
const saidOfText = [...saidSoFar, said.wishes]
const saidYes = [...saidOfText, said.agreed]

const outside: Pick<PublicationState, 'post' | 'emails'> = { post: [], emails: [] }
const reading = (rhythm: 'each' | 'fortnight' | 'month') => ({
  own: [rhythm === 'each' ? list.each : list.digest],
  post: [],
  kept: [lists.on],
  emails: [question(rhythm), posts[rhythm]],
})
/** The author of a text that is out, by what was asked about a reprint. */
const author = (own: PublicationState['own'], kept: PublicationState['kept'], asks: number) => ({
  own,
  post: [],
  kept: [texts.out, ...kept],
  emails: [...untilOut, ...Array<Mail>(asks).fill(leave.ask)],
})

/** Every state a person can be in with respect to the publication, in the order in which people come into them. */
export const publicationStates = {
  'a text offered': {
    comes: 'Somebody without an account has sent an article.',
    ...offered('waiting', { emails: [arrived] }),
  },
  'asked for a change': {
    comes: 'An editor asks for something before deciding.',
    ...offered('asked', { own: [text.asked, said.asked], emails: [arrived, asked] }),
  },
  'the change made': {
    comes: 'The author has sent it again, and it waits once more.',
    ...offered('waiting', { own: [text.waiting, ...saidSoFar], emails: [arrived, asked] }),
  },
  'a text accepted': {
    comes: 'An editor prepares it as a post.',
    ...offered('editing', { own: [text.editing, ...saidSoFar], emails: untilAccepted }),
  },
  'asked to agree': {
    comes: 'The edited text waits for their yes.',
    ...offered('proof', { own: [text.proof, mayAgree, ...saidSoFar], emails: [...untilAccepted, proof] }),
  },
  'wishes something else': {
    comes: 'Says so on the page instead of agreeing.',
    ...offered('editing', { own: [text.editing, ...saidOfText], emails: [...untilAccepted, proof] }),
  },
  'agreed to the text': {
    comes: 'Was asked anew, and agreed.',
    ...offered('agreed', { own: [text.agreed, ...saidYes], emails: untilAgreed }),
  },
  'a day is set': {
    comes: 'An editor has said when it comes out.',
    ...offered('scheduled', { own: [text.scheduled, ...saidYes], emails: untilAgreed }),
  },
  'asked again': {
    comes: 'An editor changed the text after they had agreed; it has lost its day.',
    ...offered('proof', { own: [text.proof, mayAgree, ...saidYes], emails: [...untilAgreed, again] }),
  },
  'a text published': {
    comes: 'Agreed again, and it came out.',
    ...offered('out', { own: [text.out, ...saidYes], emails: untilOut }),
  },
  'published, then withdrawn by the editors': {
    comes: 'The editors have withdrawn the post.',
    ...offered('taken-down', {
      own: [text['taken-down'], ...saidYes],
      post: [postGone],
      emails: [...untilOut, leave.ask, leave.ask],
      kept: [texts['taken-down'], reprints.yes, reprints.no],
    }),
  },
  'silent about the edited text': {
    comes: 'Was asked a week ago, and is reminded once.',
    ...offered('proof', {
      own: [text.proof, mayAgree],
      emails: [arrived, accepted, proof, contributed.reminder],
    }),
  },
  'comes out without an answer': {
    comes: 'Was silent for three weeks; a director has decided.',
    ...offered('waived', {
      emails: [arrived, accepted, proof, contributed.reminder, contributed.waived],
    }),
  },
  'a text declined': {
    comes: 'An editor has declined it with thanks.',
    ...offered('declined', {
      own: [text.declined, said.declined],
      emails: [arrived, contributed.declined],
    }),
  },
  'a text taken back': {
    comes: 'Its author has taken it back.',
    ...offered('withdrawn', { emails: [arrived] }),
  },
  'a text without its name': {
    comes: 'The author of a published text had all erased; the text stays.',
    own: [text.gone],
    post: [reprinted],
    kept: [],
    emails: [],
  },
  'a comment waits': {
    comes: 'The first comment of an address.',
    own: [comment.waiting],
    kept: [comments.waiting],
    ...outside,
  },
  'a comment appeared': {
    comes: 'An editor let it appear. Its sender had ticked that they want to be told of answers.',
    own: [comment.shown],
    post: [],
    kept: [comments.shown, lists.asked],
    emails: [follow],
  },
  'a comment answered': {
    comes: 'They confirmed their address, and somebody answered.',
    own: [comment.shown],
    post: [],
    kept: [comments.shown, lists.on],
    emails: [follow, reply],
  },
  'a comment reported': {
    comes: 'A reader has reported it; its sender does not learn so before an editor decides.',
    own: [comment.shown],
    post: [],
    kept: [comments.shown, lists.on],
    emails: [follow, reply],
  },
  'a comment removed': {
    comes: 'An editor has removed it.',
    own: [comment.removed],
    kept: [comments.refused],
    ...outside,
  },
  'a comment taken for spam': {
    comes: 'An editor took it for advertising.',
    own: [comment.spam],
    kept: [comments.refused],
    ...outside,
  },
  'a comment taken back': {
    comes: 'Its sender took it back; nothing is kept of them.',
    own: [comment.withdrawn],
    kept: [],
    ...outside,
  },
  'a comment without its name': {
    comes: 'Its sender had all erased; the text stays.',
    own: [comment.shown],
    post: [reprinted, nameGone],
    kept: [],
    emails: [],
  },
  'asked whether to subscribe': {
    comes: 'Somebody typed the address, most likely they themselves.',
    own: [list.confirm],
    post: [],
    kept: [lists.asked],
    emails: [question('each')],
  },
  'has not said yes': {
    comes: 'The same, on the page of their subscriptions.',
    own: [list.nothing, list.asked],
    post: [],
    kept: [lists.asked],
    emails: [question('each')],
  },
  'gets each post': { comes: 'Said yes, and a post came out.', ...reading('each') },
  'gets a digest every two weeks': { comes: 'Said yes, and a Monday has come.', ...reading('fortnight') },
  'gets a digest every month': { comes: 'Said yes, and a month has begun.', ...reading('month') },
  'a member who gets each post': {
    comes: 'Subscribed while signed in: nobody asks. What is kept they see in their account.',
    own: [list.mine],
    post: [],
    kept: [],
    emails: [posts.each],
  },
  'the newsletter paused': { ...reading('each'), comes: 'Paused it.', own: [list.paused] },
  'emails come back': {
    ...reading('each'),
    comes: 'The mailbox is no more.',
    own: [list.unreachable],
  },
  'the newsletter left': {
    ...reading('fortnight'),
    comes: 'Left; the address is forgotten within a day.',
    own: [list.nothing, list.left],
    kept: [lists.none],
  },
  'asked for a reprint': {
    comes: 'A reader asks for leave; it waits for an editor.',
    own: [],
    kept: [reprints.waiting],
    ...outside,
  },
  'a reprint put to the authors': {
    comes: 'An editor has asked the authors.',
    own: [],
    kept: [reprints.asked],
    ...outside,
  },
  'an author asked': {
    comes: 'Signed a text that somebody would like to reprint.',
    ...author([answer.asked], [reprints.silent], 1),
  },
  'an author said yes': {
    comes: 'And may think again until it has appeared.',
    ...author([answer.yes], [reprints.yes], 1),
  },
  'a reprint allowed': {
    comes: 'All its authors have said yes.',
    own: [],
    post: [],
    kept: [reprints.allowed],
    emails: [leave.allowed],
  },
  'a reprint appeared': {
    comes: 'An editor has entered where.',
    own: [],
    post: [reprinted],
    kept: [reprints.appeared],
    emails: [leave.allowed],
  },
  'an author whose text was reprinted': {
    ...author([answer.yes, answer.closed], [reprints.yes], 1),
    comes: 'Their answer cannot be changed any more.',
    post: [reprinted],
  },
  'an author said no': {
    ...author([answer.no], [reprints.yes, reprints.no], 2),
    comes: 'To another question about the same text.',
    post: [reprinted],
  },
  'a reprint refused': {
    comes: 'One of the authors has said no; nobody is told who.',
    own: [],
    post: [reprinted],
    kept: [reprints.refused],
    emails: [leave.refused],
  },
} as const satisfies Record<string, PublicationState>

export type PublicationStateName = keyof typeof publicationStates
