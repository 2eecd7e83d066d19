import * as z from 'zod'
import { neededLine, plainLine, wholeNumber } from '../../platform/fields.ts'
import { oneLine } from '../../platform/one-line.ts'
import type { Locale } from '../../platform/words.ts'
import type { Wish } from './actions/questions.ts'
import {
  type InEach,
  isChosen,
  type Kind,
  kinds,
  type Option,
  type Question,
  type Sheet,
  scaleSteps,
} from './question.ts'

/** As long as each may be, in characters. */
const longest = { label: 200, hint: 400, option: 120 } as const
const fewestOptions = 2
const mostOptions = 12

export const kindQuery = z.enum(kinds).catch('line')
export const moveForm = z.strictObject({ to: z.enum(['up', 'down']) })
export const copyForm = z.strictObject({ from: z.string().regex(/^\d{4}[A-Za-z]$/, 'choose-one') })

const yesOrNo = z.enum(['yes', 'no'], 'choose-one').transform((answer) => answer === 'yes')
const weight = wholeNumber(1, 100)

/** One option to a line; empty lines are none. */
const options = z
  .string()
  .transform((text) => text.split('\n').map(oneLine).filter(Boolean))
  .pipe(z.array(z.string().max(longest.option, 'too-long')).max(mostOptions, 'many-options'))

const asked = {
  isRequired: yesOrNo,
  shownIf: z.union([z.literal(''), z.uuid('choose-one')]).transform((id) => id || null),
}
const counted = {
  prefers: z.enum(['no', 'alike', 'different'], 'choose-one').transform((one) => (one === 'no' ? null : one)),
  weight,
}

const wordingIn = (kind: Kind, locale: Locale) => ({
  [`label-${locale}`]: plainLine(longest.label),
  [`hint-${locale}`]: plainLine(longest.hint),
  ...(kind === 'one' || kind === 'several' ? { [`options-${locale}`]: options } : {}),
  ...(kind === 'scale'
    ? { [`low-${locale}`]: plainLine(longest.option), [`high-${locale}`]: plainLine(longest.option) }
    : {}),
})

/**
 * The form of a question.
 *
 * @param offered the languages of the network, its own first: in that one it must be worded
 * @param fixed the question, once somebody has answered: then only its wording is asked, and how it counts
 * @param sheet whether the partner reads the answer, and how it counts in the matching, is for applicants alone
 */
export function questionForm(kind: Kind, offered: readonly Locale[], fixed: Question | null, sheet: Sheet) {
  const [first = 'en'] = offered
  const isForm = sheet === 'application'
  const count = fixed?.options.length
  return z
    .strictObject({
      ...(fixed ? {} : asked),
      ...(isForm && !fixed ? { isShown: yesOrNo } : {}),
      ...(isForm && isChosen(kind) ? counted : {}),
      ...Object.assign({}, ...offered.map((locale) => wordingIn(kind, locale))),
      [`label-${first}`]: neededLine(longest.label),
    })
    .superRefine((typed: Record<string, unknown>, context) => {
      const listed = (locale: Locale) => (typed[`options-${locale}`] ?? []) as string[]
      const fault = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      if (kind !== 'one' && kind !== 'several') return
      const needed = listed(first).length
      if (needed < fewestOptions) fault(`options-${first}`, 'few-options')
      if (count !== undefined && needed !== count) fault(`options-${first}`, 'fixed-options')
      for (const locale of offered.slice(1))
        if (![0, needed].includes(listed(locale).length)) fault(`options-${locale}`, 'lines-differ')
    })
}

/** What a form that was filled in rightly asks for. @param fixed the question, where its wording alone was asked */
export function wishFrom(
  kind: Kind,
  offered: readonly Locale[],
  typed: Record<string, unknown>,
  fixed: Question | null,
): Wish {
  const {
    isRequired = false,
    isShown = false,
    shownIf = null,
    prefers = null,
    weight = 15,
  } = {
    ...fixed,
    ...(typed as Partial<Wish>),
  }
  const text = (name: string, locale: Locale) => String(typed[`${name}-${locale}`] ?? '')
  const said = offered.filter((locale) => text('label', locale) !== '')
  const words = Object.fromEntries(
    said.map((locale) => [locale, { label: text('label', locale), hint: text('hint', locale) }]),
  )
  return {
    kind,
    isRequired,
    isShown,
    shownIf,
    prefers,
    weight,
    words,
    options: optionsIn(kind, offered, typed),
  }
}

function optionsIn(kind: Kind, offered: readonly Locale[], typed: Record<string, unknown>): InEach<string>[] {
  if (!isChosen(kind)) return []
  const lists = offered.map((locale): [Locale, string[]] => [locale, linesOf(kind, locale, typed)])
  const count = Math.max(...lists.map(([, lines]) => lines.length))
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(lists.flatMap(([locale, lines]) => (lines[at] ? [[locale, lines[at]]] : []))),
  )
}

/** Of a scale, the ends have words, and what lies between has none. */
function linesOf(kind: Kind, locale: Locale, typed: Record<string, unknown>): string[] {
  if (kind !== 'scale') return (typed[`options-${locale}`] ?? []) as string[]
  const [low, high] = ['low', 'high'].map((end) => String(typed[`${end}-${locale}`] ?? ''))
  return [low ?? '', ...Array.from({ length: scaleSteps - 2 }, () => ''), high ?? '']
}

/** A question as its form shows it. */
export function typedOf(question: Question, offered: readonly Locale[]): Record<string, string> {
  const { kind, isRequired, isShown, shownIf, prefers, weight, words, options: all } = question
  const said = (option: Option | undefined, locale: Locale) => option?.words[locale] ?? ''
  return {
    isRequired: isRequired ? 'yes' : 'no',
    isShown: isShown ? 'yes' : 'no',
    shownIf: shownIf ?? '',
    prefers: prefers ?? 'no',
    weight: String(weight),
    ...Object.fromEntries(
      offered.flatMap((locale) => [
        [`label-${locale}`, words[locale]?.label ?? ''],
        [`hint-${locale}`, words[locale]?.hint ?? ''],
        ...(kind === 'scale'
          ? [
              [`low-${locale}`, said(all[0], locale)],
              [`high-${locale}`, said(all.at(-1), locale)],
            ]
          : [
              [
                `options-${locale}`,
                all
                  .map((one) => said(one, locale))
                  .join('\n')
                  .trim(),
              ],
            ]),
      ]),
    ),
  }
}
