import * as z from 'zod'
import { isDay } from '../../platform/days.ts'
import { neededLine } from '../../platform/fields.ts'
import { oneLine } from '../../platform/one-line.ts'
import { addressProblem } from '../applications/index.ts'
import { line, sheet } from '../posts/index.ts'
import { answers } from './reprint.ts'

const filled = (most: number) => line(most).refine((text) => text !== '', 'required')
const word = sheet(2_000)
const isAddress = (typed: string) => addressProblem(typed) === null

const email = neededLine(254).refine(isAddress, 'bad-email')

const asked = {
  publication: filled(160),
  language: z.string().regex(/^[a-z]{2,3}$/, 'choose-one'),
  name: filled(80),
  message: word,
}

/** No reader sees this field; what fills in all fields fills it in. */
const trap = { website: z.string().max(0, 'reprint-trap').default('') }

/** What a reader asks on the page of a post; the address of somebody who is signed in is known. */
export const askForm = (isMember: boolean) =>
  z.strictObject({ ...asked, ...trap, ...(isMember ? {} : { email }) })

/** The same as an editor enters it, who may know no address. */
export const enterForm = z.strictObject({
  ...asked,
  post: line(300)
    .transform((typed) => /^(?:.*\/posts\/)?([\w-]+)\/?(?:[?#].*)?$/u.exec(typed)?.[1] ?? '')
    .refine((slug) => slug !== '', 'reprint-no-post'),
  email: z
    .string()
    .transform(oneLine)
    .refine((typed) => typed === '' || isAddress(typed), 'bad-email'),
})

export const sayForm = z.strictObject({ answer: z.enum(answers, 'choose-one'), word })
export const recordForm = z.strictObject({
  author: z.uuid('choose-one'),
  answer: z.enum(answers, 'choose-one'),
  word: word.refine((text) => text !== '', 'required'),
})
export const declineForm = z.strictObject({ declineWord: word.refine((text) => text !== '', 'required') })

const isWeb = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
export const appearedForm = z
  .strictObject({
    appearedOn: z
      .string()
      .trim()
      .refine((typed) => typed === '' || isDay(typed), 'bad-date'),
    appearedUrl: line(500).refine((text) => text === '' || isWeb(text), 'reprint-bad-url'),
  })
  .refine(({ appearedOn, appearedUrl }) => appearedOn !== '' || appearedUrl === '', {
    path: ['appearedOn'],
    error: 'required',
  })
