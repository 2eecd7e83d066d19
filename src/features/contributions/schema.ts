import * as z from 'zod'
import { neededLine, wholeNumber } from '../../platform/fields.ts'
import { licenceOf } from '../../platform/licences.ts'
import { oneLine } from '../../platform/one-line.ts'
import { isTangled } from '../../platform/typed-text.ts'
import type { Locale } from '../../platform/words.ts'
import { addressProblem, countryCodes } from '../applications/index.ts'
import { line, sheet } from '../posts/index.ts'
import type { Kind } from './contribution.ts'

/** In letters. */
export const longest = { answer: 3_000, body: 20_000, about: 200, word: 2_000 } as const

const required = (text: string) => text !== ''
const text = (most: number) =>
  sheet(most)
    .refine(required, 'required')
    .refine((typed) => !isTangled(typed), 'tangled')

const email = neededLine(254).refine((typed) => addressProblem(typed) === null, 'bad-email')

const coauthors = sheet(600)
  .transform((typed) => typed.split('\n').map(oneLine).filter(required))
  .refine((names) => names.length <= 10, 'too-many')
  .refine((names) => names.every((name) => name.length <= 80), 'too-long')

/** A box that must be ticked; one that is not is not sent at all. */
const ticked = z.string().default('').pipe(z.literal('yes', 'contribution-consent'))

/** Who writes, and what they say of the picture. */
const shared = (languages: readonly Locale[]) => ({
  name: line(80).refine(required, 'required'),
  coauthors,
  country: z.string().refine((code) => countryCodes.includes(code), 'choose-one'),
  language: z.enum(languages as [Locale, ...Locale[]], 'choose-one'),
  about: line(longest.about),
  picture: z.union([z.instanceof(File), z.literal('')]).optional(),
  pictureKey: z.string().max(100).default(''),
  alt: line(400),
  caption: line(300),
  pictureAuthor: line(120),
  permission: z.literal('yes').optional(),
})

const asked = {
  postcard: { answer1: text(longest.answer), answer2: text(longest.answer), answer3: text(longest.answer) },
  article: { title: line(120).refine(required, 'required'), body: text(longest.body) },
}

/** No reader sees this field; what fills in all fields fills it in. */
const trap = { website: z.string().max(0, 'contribution-trap').default('') }
const read = { at: z.string().max(20).default(''), proof: z.string().max(60).default('') }

type Asked = { kind: Kind; isMember: boolean; languages: readonly Locale[] }

/** A contribution as it is typed: by a visitor, or by somebody who is signed in and whose address is known. */
export const typedForm = ({ kind, isMember, languages }: Asked) =>
  z.strictObject({
    ...{ ...shared(languages), ...asked[kind], ...trap, consent: ticked },
    ...(isMember ? {} : { email }),
  })

/** The same when it has been read once more. */
export const readForm = ({ kind, isMember, languages }: Asked) =>
  z.strictObject({
    ...{ ...shared(languages), ...asked[kind], ...read, consent: ticked },
    ...(isMember ? {} : { email }),
  })

/** The same when its author corrects it. */
export const changeForm = ({ kind, languages }: Omit<Asked, 'isMember'>) =>
  z.strictObject({
    ...shared(languages),
    ...asked[kind],
    revision: z.coerce.number().int().positive(),
    word: sheet(longest.word),
  })

const said = sheet(longest.word).refine(required, 'required')
const revision = z.coerce.number().int().positive()

/** The button that opens a contribution to who got to it by their address. */
export const openForm = z.strictObject({ key: z.string().max(100) })

export const acceptForm = z.strictObject({
  revision,
  /** Its place in the plan, `2016A/3`; empty for none, `2016A/` for a round without a fortnight. */
  place: z.string().regex(/^(|[0-9]{4}[A-Z]\/([1-9]\d?)?)$/, 'choose-one'),
  acceptWord: sheet(longest.word),
})
export const askForm = z.strictObject({ revision, askWord: said })
export const declineForm = z.strictObject({ revision, declineWord: said })
export const handForm = z.strictObject({
  owner: z.union([z.literal(''), z.uuid()]).transform((id) => (id === '' ? null : id)),
})
export const proofForm = z.strictObject({
  seen: z.union([z.literal(''), z.iso.datetime()]).transform((at) => (at === '' ? null : new Date(at))),
})
export const waiveForm = z.strictObject({ because: said })
export const agreeForm = z.strictObject({ revision })
export const wishForm = z.strictObject({ revision, wish: said })
export const noteForm = z.strictObject({ note: said })

export const ruleForm = z.strictObject({
  taking: z.enum(['open', 'closed'], 'choose-one'),
  licence: z.string().refine((id) => licenceOf(id) !== null, 'choose-one'),
  answerDays: wholeNumber(1, 90),
})
