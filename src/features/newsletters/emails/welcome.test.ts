import { expect, test } from 'vitest'
import { plainWelcome } from './welcome.ts'

test('a link is its words and then its address, in the brackets of the language', () => {
  const said = (locale: string) =>
    plainWelcome('**Read** [this](/posts/desks "Desks").', locale, 'https://network.example')

  expect(['en', 'zh'].map(said)).toEqual([
    'Read this (https://network.example/posts/desks).',
    'Read this（https://network.example/posts/desks）.',
  ])
})
