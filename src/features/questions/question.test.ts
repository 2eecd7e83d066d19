import { expect, test } from 'vitest'
import { answersIn, askedOf, fieldOf, problemsIn, type Question, typedFrom } from './question.ts'

const aQuestion = (id: string, differs: Partial<Question> = {}): Question => ({
  ...{ id, lineageId: `line-${id}`, kind: 'line', isRequired: true, isShown: false, shownIf: null },
  ...{ prefers: null, weight: 15, words: { en: { label: id, hint: '' } }, options: [] },
  ...differs,
})
const options = (...ids: string[]) => ids.map((id) => ({ id, lineageId: `line-${id}`, words: { en: id } }))

const way = aQuestion('way', { kind: 'one', options: options('mail', 'call') })
const tool = aQuestion('tool', { shownIf: 'call' })
const days = aQuestion('days', { kind: 'several', isRequired: false, options: options('mon', 'tue') })
const all = [way, tool, days]

test('a question that hangs on an option is asked of those who chose it, and its answer dropped of others', () => {
  const called = { [fieldOf(way)]: 'call', [fieldOf(tool)]: ' Jitsi ' }
  const mailed = { ...called, [fieldOf(way)]: 'mail' }

  expect(askedOf(all, mailed)).toEqual([way, days])
  expect(answersIn(all, called)).toEqual([
    { questionId: 'way', optionIds: ['call'], said: '' },
    { questionId: 'tool', optionIds: [], said: 'Jitsi' },
  ])
  expect(answersIn(all, mailed)).toEqual([{ questionId: 'way', optionIds: ['mail'], said: '' }])
})

test('what must be answered is missed, and only where it is asked', () => {
  expect(problemsIn(all, {})).toEqual({ 'q-way': 'choose-one' })
  expect(problemsIn(all, { 'q-way': 'call' })).toEqual({ 'q-tool': 'required' })
  expect(problemsIn(all, { 'q-way': 'call', 'q-tool': 'x'.repeat(301) })).toEqual({
    'q-tool': 'too-long 300',
  })
  expect(problemsIn(all, { 'q-way': 'pigeon' })).toEqual({ 'q-way': 'choose-one' })
  expect(problemsIn([{ ...days, isRequired: true }], { 'q-days': [] })).toEqual({ 'q-days': 'choose-some' })
})

test('answers to a question that was copied stand in its copy, options too, and in no other question', () => {
  const copy = { ...way, id: 'copy', options: way.options.map((one) => ({ ...one, id: `${one.id}-copy` })) }
  const before = [
    { lineageId: 'line-way', optionLineageIds: ['line-call'], said: '' },
    { lineageId: 'line-gone', optionLineageIds: [], said: 'Hello' },
  ]

  expect(typedFrom([copy, days], before)).toEqual({ 'q-copy': 'call-copy' })
})
