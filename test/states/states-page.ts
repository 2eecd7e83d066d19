import type { Sentence } from './sentence.ts'
import { asksToSignIn, type State } from './state.ts'

type Row = readonly [name: string, state: State]

/** What people read in each state, as Markdown. It tells what sentences tell, and so outlasts how they are worded. */
export const statesPage = (rows: readonly Row[]): string =>
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
    '## Where the sentences are',
    '',
    '| what it tells | key |',
    '| --- | --- |',
    ...[
      ...new Set(
        rows.flatMap(([, state]) => sentencesOf(state)).map(({ tells, key }) => `| ${tells} | \`${key}\` |`),
      ),
    ],
    '',
  ].join('\n')

const sentencesOf = ({ me, partner, emails }: State) => [...me, ...partner, ...emails.map(({ says }) => says)]

const rowOf = ([name, { comes, me, partner, round, emails }]: Row) =>
  `| ${[
    name,
    comes,
    listOf(me),
    listOf(partner),
    round,
    emails
      .map(({ kind, names, says }) => `**${kind}**${names ? ` (${names})` : ''}: ${says.tells}`)
      .join('<br>') || 'none',
  ].join(' | ')} |`

const listOf = (sentences: readonly Sentence[]) =>
  sentences.length === asksToSignIn.me.length
    ? 'Asks them to sign in.'
    : sentences.map(({ tells }) => tells).join('<br>')
