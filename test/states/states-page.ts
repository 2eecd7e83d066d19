import type { PublicationState } from './publication-state.ts'
import type { Sentence } from './sentence.ts'
import type { Mail } from './sentences.ts'
import { asksToSignIn, type State } from './state.ts'

type Row = readonly [name: string, state: State]
type PublicationRow = readonly [name: string, state: PublicationState]

/** What people read in each state, as Markdown. It tells what sentences tell, and so outlasts how they are worded. */
export const statesPage = (rows: readonly Row[], publication: readonly PublicationRow[]): string =>
  [
    '<!-- Written by `npx vitest run test/states -u`. Do not edit. -->',
    '',
    '# What people read, state by state',
    '',
    'Every state that a person can be in with respect to a round: what their own page and the page about their partner tell',
    'them, where the round is, and every email about the round that they have got by then. A test takes people through a',
    'round in each language and looks for the sentences, whose keys in the word files stand below.',
    '',
    '| state | how one comes to be in it | `/me` | `/me/partner` | the round is | emails so far |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(rowOf),
    '',
    '# What people of the publication read',
    '',
    'Contributors, commenters, readers of the newsletter and those who ask for a reprint, or are asked as its author. Most have',
    'no account: the page is the one to which their emails lead, or whose address they keep, and `/your-data` tells what is kept',
    'under their address. A test takes them through all of it in each language, and follows every link.',
    '',
    '| state | how one comes to be in it | their page | the post | `/your-data` | emails so far |',
    '| --- | --- | --- | --- | --- | --- |',
    ...publication.map(publicationRowOf),
    '',
    '## Where the sentences are',
    '',
    '| what it tells | key |',
    '| --- | --- |',
    ...[
      ...new Set(
        [
          ...rows.flatMap(([, state]) => sentencesOf(state)),
          ...publication.flatMap(([, { own = [], post = [], kept = [], emails = [] }]) => [
            ...[...own, ...post, ...kept],
            ...emails.map(({ says }) => says),
          ]),
        ].map(({ tells, key }) => `| ${tells} | \`${key}\` |`),
      ),
    ],
    '',
  ].join('\n')

const sentencesOf = ({ me, partner, emails }: State) => [...me, ...partner, ...emails.map(({ says }) => says)]

const rowOf = ([name, { comes, me, partner, round, emails }]: Row) =>
  `| ${[name, comes, listOf(me), listOf(partner), round, emailsOf(emails)].join(' | ')} |`

const publicationRowOf = ([name, { comes, own = [], post = [], kept = [], emails = [] }]: PublicationRow) =>
  `| ${[name, comes, ...[own, post, kept].map(toldBy), emailsOf(emails)].join(' | ')} |`

const toldBy = (sentences: readonly Sentence[]) => sentences.map(({ tells }) => tells).join('<br>') || '–'

/** Of several of one kind after each other the kind is named once. */
const emailsOf = (emails: readonly Mail[]) =>
  emails
    .map(({ kind, names, says }, index) => {
      const isMore = emails[index - 1]?.kind === kind && names === undefined
      return `${isMore ? '' : `**${kind}**${names ? ` (${names})` : ''}: `}${says.tells}`
    })
    .join('<br>') || 'none'

const listOf = (sentences: readonly Sentence[]) =>
  sentences.length === asksToSignIn.me.length
    ? 'Asks them to sign in.'
    : sentences.map(({ tells }) => tells).join('<br>')
