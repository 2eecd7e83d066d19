import { expect, test } from 'vitest'
import { BadTopicFile, readTopicFile } from './topic-file.ts'

const file = `---
title: Getting to know you
hashtag: #welcometomydesk
summary: Say hello: show your desk.
byline: Ada Molina
picture: desk.png
alt: A desk
caption: My desk
author: Sol Ruiz
source: own work
licence: cc0-1.0
questions:
- Where do you work?
- What do you see?
---

Welcome.

---

More.
`

test('a topic can be written in any text editor', () => {
  expect(readTopicFile(file)).toEqual({
    title: 'Getting to know you',
    hashtag: '#welcometomydesk',
    summary: 'Say hello: show your desk.',
    lead: 'Welcome.\n\n---\n\nMore.',
    questions: ['Where do you work?', 'What do you see?'],
    byline: 'Ada Molina',
    picture: 'desk.png',
    credit: { alt: 'A desk', caption: 'My desk', author: 'Sol Ruiz', source: 'own work', licence: 'cc0-1.0' },
  })
})

test('a file from Windows reads the same', () => {
  expect(readTopicFile(`\ufeff${file.replaceAll('\n', '\r\n')}`).questions).toEqual([
    'Where do you work?',
    'What do you see?',
  ])
})

test.each([
  ['no facts', 'Welcome.', 'it must start with a line "---"'],
  ['no title', '---\nhashtag: #x\n---\nText', 'it has no line "title: …".'],
  ['a fact we do not know', '---\ntitel: x\n---\nText', 'the line "titel: x" is not one of ours.'],
])('a file with %s is refused, and says why', (_name, content, problem) => {
  expect(() => readTopicFile(content)).toThrow(BadTopicFile)
  expect(() => readTopicFile(content)).toThrow(problem)
})
