import type { ToldAuthor } from '../../src/features/contributions/emails.ts'
import type { Sentence } from './sentence.ts'
import { mail, one } from './sentences.ts'

/** Sentences whose keys differ in one place, which is where `…` stands. */
const each = <Which extends string>(keys: string, tells: Record<Which, string>) =>
  Object.fromEntries(
    Object.entries<string>(tells).map(([which, what]) => [which, one(keys.replace('…', which), what)]),
  ) as Record<Which, Sentence>

/** What the page of a contribution says to its author. */
export const text = each('contributions:own.….text', {
  waiting: 'An editor reads it, and answers by when; it can be corrected.',
  asked: 'What is asked for is below; send it again when it suits.',
  editing: 'An editor prepares it; nothing comes out before they have seen it.',
  proof: 'It comes out only when they agree.',
  agreed: 'We choose the day, and ask again if the text changes.',
  waived: 'It comes out without their answer; they can take it back until then.',
  scheduled: 'When it comes out.',
  out: 'When it came out; thanks.',
  'taken-down': 'It had come out and was withdrawn; whom to ask why.',
  declined: 'It is not published; why is below.',
  withdrawn: 'It does not appear; when it is forgotten.',
})
/** How it stands under their address. */
export const texts = each('contributions:own.….title', {
  waiting: 'Contribution: it has arrived.',
  asked: 'Contribution: a change is asked for.',
  editing: 'Contribution: accepted.',
  proof: 'Contribution: the edited text is to be read.',
  agreed: 'Contribution: they agreed.',
  waived: 'Contribution: it comes out soon.',
  scheduled: 'Contribution: it has a date.',
  out: 'Contribution: it is out.',
  'taken-down': 'Contribution: it is no longer public.',
  declined: 'Contribution: it is not published.',
  withdrawn: 'Contribution: they took it back.',
})
/** What was said of it since. */
export const said = each('contributions:said.…', {
  asked: 'What the editors asked for.',
  changed: 'What they said when they sent it again.',
  wishes: 'What they wish in the edited text.',
  agreed: 'That they agreed to a text.',
  declined: 'What the editors said when they declined.',
})
export const mayAgree = one('contributions:agree.text', 'Whether they agree, with a button.')
export const textGone = one(
  'contributions:refusal.no-such-contribution',
  'The link leads to nothing any more.',
)

/** What the page of a comment says to its sender. */
export const comment = each('comments:own.….text', {
  waiting: 'An editor reads it first; how to come back to it.',
  shown: 'Everyone can read it; how to take it back.',
  removed: 'It does not belong there; whom to ask.',
  spam: 'It was taken for advertising; whom to ask.',
  nameless: 'Their name and address are gone, and the text stays; it can still be taken back.',
  withdrawn: 'Its text, their name and address are gone.',
})
/** How it stands under their address; of one that was taken for spam it says that it was removed. */
export const comments = each('comments:own.….title', {
  waiting: 'Comment: it waits for an editor.',
  shown: 'Comment: it has appeared.',
  removed: 'Comment: it does not appear.',
})
export const nameGone = one('comments:gone.name', 'A comment stands there without a name.')

/** What the page of a subscription says. */
export const list = {
  confirm: one('newsletters:confirm.lead', 'What they ask for by the button.'),
  each: one('newsletters:own.next.each', 'The next email comes with the next post.'),
  digest: one('newsletters:own.next.digest', 'When the next digest comes.'),
  paused: one('newsletters:own.paused', 'Nothing is sent until they resume.'),
  nothing: one('newsletters:own.lead.nothing', 'Nothing is sent to them.'),
  left: one('newsletters:own.none', 'They do not get the newsletter; the way to subscribe.'),
  asked: one('newsletters:own.asked', 'They have not said yes yet, and how to.'),
  unreachable: one('newsletters:own.unreachable', 'Emails come back; what to do.'),
  mine: one('newsletters:mine.each', 'On their own page: they get each post.'),
}
export const lists = {
  on: one('newsletters:under.on', 'Emails they asked for: they get them.'),
  asked: one('newsletters:under.asked', 'Emails they asked for: they have still to say yes.'),
  none: one('own-data:address.none', 'Nothing but what was sent to them.'),
}

/** What the page of a question about a reprint says to an author. */
export const answer = {
  asked: one('reprints:answer.lead', 'One press is enough; nothing is reprinted before they say yes.'),
  yes: one('reprints:answer.given.yes', 'They said yes, and when.'),
  no: one('reprints:answer.given.no', 'They said no, and when.'),
  closed: one('reprints:answer.closed', 'It is settled; whom to write to.'),
}
export const reprints = each('reprints:under.…', {
  waiting: 'Reprint they asked for: an editor reads it.',
  asked: 'Reprint they asked for: the authors are asked.',
  allowed: 'Reprint they asked for: it may appear.',
  appeared: 'Reprint they asked for: it has appeared.',
  refused: 'Reprint they asked for: it may not appear.',
  silent: 'Reprint of their text: their answer is waited for.',
  yes: 'Reprint of their text: they said yes.',
  no: 'Reprint of their text: they said no.',
})
export const reprinted = one('reprints:below.title', 'Where the text was reprinted.')
export const postGone = one('posts:refusal.post-withdrawn', 'The editors have withdrawn the post.')

const told = (how: ToldAuthor, tells: string) =>
  mail('contribution', `contributions:mail.${how}.subject`, `contributions:mail.${how}.why`, tells)
const news = (rhythm: string, tells: string) =>
  mail('news', 'newsletters:mail.news.subject', `newsletters:mail.news.why.${rhythm}`, tells)
const aboutReprint = (how: 'ask' | 'reminder' | 'silent' | 'allowed' | 'refused', tells: string) =>
  mail('reprint', `reprints:mail.${how}.subject`, `reprints:mail.${how}.why`, tells)

export const contributed = {
  arrived: told('arrived', 'The text has arrived; within how many days an editor answers.'),
  asked: told('asked', 'A change is asked for.'),
  accepted: told('accepted', 'The text is accepted, and an editor prepares it.'),
  declined: told('declined', 'The text is not published; what an editor says.'),
  proof: told('proof', 'The edited text is ready; it comes out only when they agree.'),
  again: told('again', 'The text was changed, so they are asked again.'),
  reminder: told('reminder', 'They were asked a week ago.'),
  waived: told('waived', 'It comes out as edited.'),
  out: told('out', 'Everyone can read it.'),
  'taken-down': told('taken-down', 'The editors have withdrawn the post, and why; the text stays theirs.'),
  back: told('back', 'The post is public again, at the address it had.'),
} satisfies Record<ToldAuthor, unknown>
export const follow = mail(
  'comment-follow',
  'comments:mail.follow.subject',
  'comments:mail.follow.why',
  'It has appeared; shall we tell them of answers?',
)
export const mine = mail(
  'comment-mine',
  'comments:mail.mine.subject',
  'comments:mail.mine.why',
  'Whether a comment is theirs that came with their address.',
)
export const reply = mail(
  'comment-reply',
  'comments:mail.reply.subject',
  'comments:mail.reply.why',
  'Who has answered.',
)
export const question = (rhythm: string) =>
  mail(
    'newsletter-question',
    'newsletters:mail.question.subject',
    `newsletters:mail.question.why.${rhythm}`,
    'Whether they want it.',
  )
export const posts = {
  each: news('each', 'A post is out.'),
  fortnight: news('fortnight', 'What came out in two weeks.'),
  month: news('month', 'What came out in a month.'),
}
export const leave = {
  ask: aboutReprint('ask', 'Who would like to reprint their text, and where.'),
  reminder: aboutReprint('reminder', 'They were asked a week ago, and it needs their answer.'),
  silent: aboutReprint('silent', 'Its authors are asked and reminded; nothing is to be done meanwhile.'),
  allowed: aboutReprint('allowed', 'It may appear; how to tell us.'),
  refused: aboutReprint('refused', 'It may not appear.'),
}
