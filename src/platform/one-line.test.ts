import { expect, test } from 'vitest'
import { oneLine, subjectLine } from './one-line.ts'

test.each([
  ['Ada\u202e nimdA', 'Ada nimdA'],
  ['\u2067Ada\u2069', 'Ada'],
  ['ada\u200f@library.example', 'ada@library.example'],
  [' Ada\t\n Okafor ', 'Ada Okafor'],
  ['أمل حداد', 'أمل حداد'],
  ['می\u200cخواهم 👩🏽\u200d🏫', 'می\u200cخواهم 👩🏽\u200d🏫'],
  [' \u200b\u00ad\u0301', ''],
])('a name keeps its letters and loses what turns them: %j', (typed, kept) => {
  expect(oneLine(typed)).toBe(kept)
})

test.each([
  ['لكم مكان: \u2068Round 2016A\u2069', 'لكم مكان: \u2068Round 2016A\u2069'],
  ['Meet \u202eloS\u202c', 'Meet loS'],
  ['Meet \u2068\u202eloS\u2069', 'Meet \u2068loS\u2069'],
  ['Meet \u2067Sol', 'Meet Sol'],
  ['Meet Sol\u2069', 'Meet Sol'],
  ['Meet\r\nSol', 'Meet Sol'],
])('a subject keeps only isolates that close again: %j', (written, kept) => {
  expect(subjectLine(written)).toBe(kept)
})
