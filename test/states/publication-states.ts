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
  mine,
  nameGone,
  postGone,
  posts,
  question,
  reply,
  reprinted,
  reprints,
  said,
  text,
  textGone,
  texts,
} from './publication-sentences.ts'
import type { PublicationState } from './publication-state.ts'
import type { Sentence } from './sentence.ts'
import type { Mail } from './sentences.ts'

const { arrived, asked, accepted, proof, again, out } = contributed

/** A contribution: what its page says, and how it stands under the address of its author. @param more said on its page */
const offered = (
  which: keyof typeof texts,
  comes: string,
  emails: readonly Mail[],
  more: readonly Sentence[] = [],
) => ({ comes, own: [text[which], ...more], kept: [texts[which]], emails })

const untilAccepted = [arrived, asked, accepted]
const untilAgreed = [...untilAccepted, proof, proof]
const untilOut = [...untilAgreed, again, out]
const untilReminded = [arrived, accepted, proof, contributed.reminder]
const askedTwice = [leave.ask, leave.reminder]
const untilDown = [...untilOut, ...askedTwice, leave.ask, contributed['taken-down']]
const saidSoFar = [said.asked, said.changed]
const saidOfText = [...saidSoFar, said.wishes]
const saidYes = [...saidOfText, said.agreed]

const reading = (rhythm: 'each' | 'fortnight' | 'month') => ({
  own: [rhythm === 'each' ? list.each : list.digest],
  kept: [lists.on],
  emails: [question(rhythm), posts[rhythm]],
})
/** The author of a text that is out, by the emails about reprints of it. */
const author = (own: readonly Sentence[], kept: readonly Sentence[], asked: readonly Mail[]) => ({
  own,
  kept: [texts.out, ...kept],
  emails: [...untilOut, ...asked],
})

/** Every state a person can be in with respect to the publication, in the order in which people come into them. */
export const publicationStates = {
  'a text offered': offered('waiting', 'Somebody without an account has sent an article.', [arrived]),
  'asked for a change': offered(
    'asked',
    'An editor asks for something before deciding.',
    [arrived, asked],
    [said.asked],
  ),
  'the change made': offered(
    'waiting',
    'The author has sent it again, and it waits once more.',
    [arrived, asked],
    saidSoFar,
  ),
  'a text accepted': offered('editing', 'An editor prepares it as a post.', untilAccepted, saidSoFar),
  'asked to agree': offered(
    'proof',
    'The edited text waits for their yes.',
    [...untilAccepted, proof],
    [mayAgree, ...saidSoFar],
  ),
  'wishes something else': offered(
    'editing',
    'Says so on the page instead of agreeing.',
    [...untilAccepted, proof],
    saidOfText,
  ),
  'agreed to the text': offered('agreed', 'Was asked anew, and agreed.', untilAgreed, saidYes),
  'a day is set': offered('scheduled', 'An editor has said when it comes out.', untilAgreed, saidYes),
  'asked again': offered(
    'proof',
    'An editor changed the text after they had agreed; it has lost its day.',
    [...untilAgreed, again],
    [mayAgree, ...saidYes],
  ),
  'a text published': offered('out', 'Agreed again, and it came out.', untilOut, saidYes),
  'published, then withdrawn by the editors': {
    ...offered('taken-down', 'The editors have withdrawn the post.', untilDown, saidYes),
    post: [postGone],
    kept: [texts['taken-down'], reprints.yes, reprints.no],
  },
  'withdrawn, then public again': {
    ...offered('out', 'The editors have brought the post back.', [...untilDown, contributed.back], saidYes),
    post: [reprinted],
    kept: [texts.out, reprints.yes, reprints.no],
  },
  'silent about the edited text': offered(
    'proof',
    'Was asked a week ago, and is reminded once.',
    untilReminded,
    [mayAgree],
  ),
  'comes out without an answer': offered('waived', 'Was silent for three weeks; a director has decided.', [
    ...untilReminded,
    contributed.waived,
  ]),
  'a text declined': offered(
    'declined',
    'An editor has declined it with thanks.',
    [arrived, contributed.declined],
    [said.declined],
  ),
  'a text taken back': offered('withdrawn', 'Its author has taken it back.', [arrived]),
  'a text without its name': {
    comes: 'The author of a published text had all erased; the text stays.',
    own: [textGone],
    post: [reprinted],
  },
  'a comment waits': {
    comes: 'The first comment of an address.',
    own: [comment.waiting],
    kept: [comments.waiting],
  },
  'a comment appeared': {
    comes: 'An editor let it appear. Its sender had ticked that they want to be told of answers.',
    own: [comment.shown],
    kept: [comments.shown, lists.asked],
    emails: [follow],
  },
  'a comment answered': {
    comes: 'They confirmed their address, and somebody answered.',
    own: [comment.shown],
    kept: [comments.shown, lists.on],
    emails: [follow, reply],
  },
  'a comment of a known address': {
    comes:
      'One of theirs has appeared, and another came with their address from somebody who is not signed in.',
    own: [comment.waiting],
    kept: [comments.waiting, comments.shown],
    emails: [mine],
  },
  'said that it is theirs': {
    comes: 'By the button of that email.',
    own: [comment.shown],
    kept: [comments.shown],
    emails: [mine],
  },
  'a comment reported': {
    comes: 'A reader has reported it; its sender does not learn so before an editor decides.',
    own: [comment.shown],
    kept: [comments.shown, lists.on],
    emails: [follow, reply],
  },
  'a comment removed': {
    comes: 'An editor has removed it.',
    own: [comment.removed],
    kept: [comments.removed],
  },
  'a comment taken for spam': {
    comes: 'An editor took it for advertising.',
    own: [comment.spam],
    kept: [comments.removed],
  },
  'a comment taken back': {
    comes: 'Its sender took it back; nothing is kept of them.',
    own: [comment.withdrawn],
  },
  'a comment without its name': {
    comes: 'Its sender had all erased; the text stays.',
    own: [comment.nameless],
    post: [reprinted, nameGone],
  },
  'asked whether to subscribe': {
    comes: 'Somebody typed the address, most likely they themselves.',
    own: [list.confirm],
    kept: [lists.asked],
    emails: [question('each')],
  },
  'has not said yes': {
    comes: 'The same, on the page of their subscriptions.',
    own: [list.nothing, list.asked],
    kept: [lists.asked],
    emails: [question('each')],
  },
  'gets each post': { comes: 'Said yes, and a post came out.', ...reading('each') },
  'gets a digest every two weeks': { comes: 'Said yes, and a Monday has come.', ...reading('fortnight') },
  'gets a digest every month': { comes: 'Said yes, and a month has begun.', ...reading('month') },
  'a member who gets each post': {
    comes: 'Subscribed while signed in: nobody asks. What is kept they see in their account.',
    own: [list.mine],
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
    kept: [reprints.waiting],
  },
  'a reprint put to the authors': {
    comes: 'An editor has asked the authors.',
    kept: [reprints.asked],
  },
  'an author asked': {
    comes: 'Signed a text that somebody would like to reprint.',
    ...author([answer.asked], [reprints.silent], [leave.ask]),
  },
  'an author silent about a reprint': {
    comes: 'Was asked a week ago, and is reminded once.',
    ...author([answer.asked], [reprints.silent], askedTwice),
  },
  'a reprint whose author is silent': {
    comes: 'Whoever asked is told so, once, when the author is reminded.',
    kept: [reprints.asked],
    emails: [leave.silent],
  },
  'an author said yes': {
    comes: 'And may think again until it has appeared.',
    ...author([answer.yes], [reprints.yes], askedTwice),
  },
  'a reprint allowed': {
    comes: 'All its authors have said yes.',
    kept: [reprints.allowed],
    emails: [leave.silent, leave.allowed],
  },
  'a reprint appeared': {
    comes: 'An editor has entered where.',
    post: [reprinted],
    kept: [reprints.appeared],
    emails: [leave.silent, leave.allowed],
  },
  'an author whose text was reprinted': {
    ...author([answer.yes, answer.closed], [reprints.yes], askedTwice),
    comes: 'Their answer cannot be changed any more.',
    post: [reprinted],
  },
  'an author said no': {
    ...author([answer.no], [reprints.yes, reprints.no], [...askedTwice, leave.ask]),
    comes: 'To another question about the same text.',
    post: [reprinted],
  },
  'a reprint refused': {
    comes: 'One of the authors has said no; nobody is told who.',
    post: [reprinted],
    kept: [reprints.refused],
    emails: [leave.refused],
  },
} as const satisfies Record<string, PublicationState>

export type PublicationStateName = keyof typeof publicationStates
