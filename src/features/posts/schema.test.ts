import { expect, test } from 'vitest'
import { linesOf, tagsOf, writeForm } from './schema.ts'

test('questions stand one in a line, with or without list marks', () => {
  expect(linesOf('- One?\r\n\n2. Two?\n  • Three?\n*not a mark*\n')).toEqual([
    'One?',
    'Two?',
    'Three?',
    '*not a mark*',
  ])
})

test('tags are parted by the commas of any language, and each is one', () => {
  expect(tagsOf('#Makerspaces, reading  aloud، قراءة; 阅读，图书馆、Makerspaces,')).toEqual([
    'Makerspaces',
    'reading aloud',
    'قراءة',
    '阅读',
    '图书馆',
  ])
})

test('a hashtag is one, however it was typed', () => {
  expect(writeForm.shape.hashtag.parse('summer sounds')).toEqual('#summersounds')
})
