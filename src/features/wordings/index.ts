/** Wordings: what a network says in its emails in words of its own. */
export { exampleRound, invented, nobody } from './queries/example.ts'
