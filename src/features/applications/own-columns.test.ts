import { expect, test } from 'vitest'
import type { Question } from '../questions/index.ts'
import { guessColumns } from './columns.ts'
import { ownAnswersIn, ownNames, stillAsked } from './own-columns.ts'

const option = (id: string, en: string, es: string) => ({ id, lineageId: id, words: { en, es } })
const question = (
  id: string,
  kind: Question['kind'],
  label: string,
  options: Question['options'] = [],
): Question => ({
  ...{ id, lineageId: `line-${id}`, kind, isRequired: false, isShown: false, shownIf: null },
  ...{
    prefers: null,
    weight: 15,
    options,
    words: { en: { label, hint: '' }, es: { label: `¿${label}?`, hint: '' } },
  },
})
const questions = [
  question('book', 'line', 'What do you read?'),
  question('when', 'one', 'When do you write?', [
    option('a', 'Mornings', 'Mañanas'),
    option('b', 'Evenings', 'Tardes'),
  ]),
  question('how', 'several', 'How do you talk?', [
    ...[
      option('c', 'Email', 'Correo'),
      option('d', 'Video, with picture', 'Vídeo'),
      option('e', 'Post', 'Carta'),
    ],
  ]),
  question('ease', 'scale', 'How easy is English?', [
    option('1', 'Hard', 'Difícil'),
    option('2', '', ''),
    option('3', 'Easy', 'Fácil'),
  ]),
]
const header = [
  'Timestamp',
  'What do you read',
  '¿When do you write?',
  'How do you talk?',
  'HOW EASY IS ENGLISH?',
]
const columns = guessColumns('applications', header, new Map(), ownNames(questions))

test('a column is known by the question it is named for, in any language', () => {
  expect(columns).toEqual(['submittedAt', 'own:line-book', 'own:line-when', 'own:line-how', 'own:line-ease'])
})

test('what was said before of a column is forgotten where it was a question that this round does not ask', () => {
  const said = stillAsked(
    new Map([
      ['what do you read', 'own:line-of-an-earlier-round'],
      ['how do you talk', 'own:line-book'],
      ['ease', null],
      ['when', 'submittedAt'],
    ]),
    questions,
  )

  expect([...said]).toEqual([
    ['how do you talk', 'own:line-book'],
    ['ease', null],
    ['when', 'submittedAt'],
  ])
})

test.each([
  [
    ['', 'Dune', 'evenings', 'Email; Video, with picture', '2'],
    ['Dune', ['b'], ['c', 'd'], ['2']],
  ],
  [
    ['', ' ', 'Mañanas', 'Carta, Correo', 'Fácil'],
    [undefined, ['a'], ['c', 'e'], ['3']],
  ],
  [
    ['', '', 'at night', 'Video, with picture', '9'],
    [undefined, undefined, ['d'], undefined],
  ],
  [
    ['', '', '', 'Smoke signals', ''],
    [undefined, undefined, undefined, undefined],
  ],
])('the row %j answers %j', (cells, expected) => {
  const answers = new Map(ownAnswersIn(cells, columns, questions).map((one) => [one.questionId, one]))

  expect(
    questions.map(({ id }) => {
      const answer = answers.get(id)
      return answer && (answer.said || answer.optionIds)
    }),
  ).toEqual(expected)
})
