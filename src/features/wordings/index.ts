/** Wordings: what a network says in its emails in words of its own. */
export { emailPath } from './paths.ts'
export { mayWordEmails } from './policy.ts'
export { exampleRound, invented, nobody } from './queries/example.ts'
