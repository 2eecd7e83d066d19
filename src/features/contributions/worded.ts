import type { App } from '../../platform/app.ts'
import type { Worded } from '../../platform/worded.ts'
import { invented, nobody } from '../wordings/index.ts'
import { suppliedRule } from './contribution.ts'
import {
  contributionEmail,
  editorEmail,
  type ToldAuthor,
  type ToldEditor,
  toldAuthor,
  toldEditor,
} from './emails.ts'
import { words } from './words.ts'

/** Those that bring what somebody said in their own words. */
const quoting: readonly (ToldAuthor | ToldEditor)[] = [
  ...(['asked', 'accepted', 'declined', 'changed', 'wishes', 'taken-down'] as const),
]

const toAuthor = (told: ToldAuthor): Worded<App> => ({
  name: `contribution-${told}`,
  label: (locale) => words(locale)(`worded.${told}`),
  place: 73,
  keys: [
    ...([`mail.${told}.subject`, 'mail.hello', `mail.${told}.why`] as const),
    ...([`mail.${told}.button`, `mail.${told}.closing`, 'mail.footer'] as const),
  ],
  draw: (_app, { name, email, locale, personId }, network) => {
    const { text } = invented(locale)
    const post = { slug: 'post' }
    const to = { id: nobody, name, title: text, kind: 'article' as const, personId, email, locale, post }
    const word = quoting.includes(told) ? text : ''
    return contributionEmail(told, to, {
      network,
      word,
      secret: 'example',
      answerDays: suppliedRule.answerDays,
    })
  },
})

const toEditor = (told: ToldEditor): Worded<App> => ({
  name: `contribution-editor-${told}`,
  label: (locale) => words(locale)(`worded.editor.${told}`),
  place: 73,
  keys: [
    ...([`mail.editor.${told}.subject`, 'mail.hello', `mail.editor.${told}.why`] as const),
    ...(['mail.editor.button', 'mail.editor.footer'] as const),
  ],
  draw: (_app, { name, givenName, email, locale }, network) => {
    const { text, people } = invented(locale)
    const to = { id: nobody, name, givenName, email, locale }
    const word = quoting.includes(told) ? text : ''
    return editorEmail(told, to, {
      ...{ network, id: nobody, title: text, word },
      ...{ name: people[1].name, by: people[0].name },
    })
  },
})

export const worded: readonly Worded<App>[] = [...toldAuthor.map(toAuthor), ...toldEditor.map(toEditor)]
