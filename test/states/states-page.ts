import { asksToSignIn, type State } from './state.ts'

/** What people read in each state, as Markdown. */
export const statesPage = (rows: readonly (readonly [name: string, State])[]): string =>
  [
    '<!-- Written by `npx vitest run -u test/states`. Do not edit. -->',
    '',
    '# What people read, state by state',
    '',
    'Every state that a person can be in with respect to a round, with what the page about their partner and the public',
    'page of the round say, and every email about the round that they have got by then: its subject, and the sentence that',
    'tells the state. A test takes people through a round and compares; the words are the English ones.',
    '',
    '| state | how one comes to be in it | `/me/partner` | the round is | emails so far |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(rowOf),
    '',
  ].join('\n')

const rowOf = ([name, { comes, partner, round, emails }]: readonly [string, State]) =>
  `| ${[
    name,
    comes,
    partner === asksToSignIn ? 'Asks them to sign in.' : partner.map((one) => `“${one}”`).join('<br>'),
    round,
    emails.length === 0 ? 'none' : emails.map(([subject, says]) => `**${subject}**: “${says}”`).join('<br>'),
  ].join(' | ')} |`
