import { tellingIn } from '../../../platform/sentence.ts'
import { sayText, type WordArgs } from '../../../platform/words.ts'
import type { Tongue } from '../tongue.ts'
import { words } from '../words.ts'
import { branchesOf, tellingsOf } from './branches.ts'

/** What stands for a name in an example, by what the name is called. */
const people = /name|person|partner|author|writer|reader|member|by|whom|who/i
const titles = /title|post|topic|subject|text|what/i
const days = /day|date|until|from|on$|at$/i

/** A sentence as its readers would read it, with examples for what is filled in. */
export function exampleOf(text: string, locale: Tongue): string {
  const t = words(locale)
  const args: WordArgs = {}
  for (const branch of branchesOf(text, tellingsOf([text], locale), locale))
    for (const piece of branch.pieces)
      if (typeof piece !== 'string') args[piece.name] ??= stands(piece.name, piece.as, t)
  for (const { name, by, cases } of tellingIn(text)) args[name] = by === 'number' ? 3 : (cases[0] ?? '')
  return sayText(text, locale, args)
}

function stands(name: string, as: string, t: ReturnType<typeof words>): string | number | Date {
  if (as === 'number') return 3
  if (as === 'date' || as === 'time') return new Date('2016-02-29T12:00:00Z')
  if (/round|code/i.test(name)) return '2016A'
  if (/count|number|pages?$|hours|minutes|percent|size/i.test(name)) return 3
  if (/email|address/i.test(name)) return 'amina@library.example'
  if (days.test(name)) return '2016-02-29'
  if (titles.test(name)) return t('example.title')
  return people.test(name) ? t('example.person') : `[${name}]`
}
