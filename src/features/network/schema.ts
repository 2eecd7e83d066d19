import * as z from 'zod'
import { crawlerKinds } from '../../platform/crawlers.ts'
import { isZone } from '../../platform/days.ts'
import { neededLine, plainLine } from '../../platform/fields.ts'
import { issnIn } from '../../platform/identifiers.ts'
import { TEXT_LICENCES } from '../../platform/licences.ts'
import { addressOf } from '../../platform/mail/index.ts'
import { ourSigns } from '../../platform/network/index.ts'
import { oneLine } from '../../platform/one-line.ts'
import { type Locale, locales } from '../../platform/words.ts'
import { shadeNames } from './shades.ts'

/** As long as each may be, in characters: names stand in the masthead and in the sender of an email. */
const longest = {
  name: 80,
  shortName: 24,
  tagline: 160,
  signature: 400,
  postal: 200,
  label: 40,
} as const

const lines = z
  .string()
  .transform((text) => text.split('\n').map(oneLine).join('\n').trim())
  .pipe(z.string().max(longest.signature, 'too-long'))

/** A field of each language, `name-es`; those that are not offered are not sent. */
const inEach = <Value>(field: string, of: z.ZodType<Value>) =>
  Object.fromEntries(locales.map((locale) => [`${field}-${locale}`, of.optional()]))

/** @param first the network's own language, in which it must have a name */
export const namesForm = (first: Locale) =>
  z.strictObject({
    ...inEach('name', plainLine(longest.name)),
    ...inEach('shortName', plainLine(longest.shortName)),
    ...inEach('tagline', plainLine(longest.tagline)),
    [`name-${first}`]: neededLine(longest.name),
  })

/** The first director: as people are added elsewhere. */
export const beginForm = z.strictObject({
  name: neededLine(120),
  email: neededLine(254).refine(
    (text) => /@[^\s@.]+(\.[^\s@.]+)+$/u.test(text) && addressOf(text) === text,
    'bad-email',
  ),
})

/** `#1d5b3c`, `1D5B3C` or `#abc`. */
const colour = z
  .string()
  .transform((text) => text.trim().toLowerCase().replace(/^#?/, '#'))
  .transform((text) => text.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'))
  .pipe(z.string().regex(/^#([0-9a-f]{6})?$/, 'bad-colour'))
  .transform((text) => (text === '#' ? null : text))

const look = z
  .strictObject({
    sign: z.enum([...ourSigns, 'picture'], 'choose-one'),
    picture: z.union([z.instanceof(File), z.literal('')]).optional(),
    shade: z.enum(shadeNames, 'choose-one'),
    accent: colour,
    /** The shade that was offered in the place of one that cannot be read. */
    take: colour.optional(),
  })
  .superRefine(
    ({ shade, accent }, context) => {
      if (shade === 'own' && accent === null)
        context.addIssue({ code: 'custom', path: ['accent'], message: 'required' })
    },
    { when: ({ issues }) => issues.length === 0 },
  )

/** What stands in the field of another colour counts only where another colour is chosen. */
export const lookForm = z.preprocess(
  (typed: Record<string, unknown>) => (typed.shade === 'own' ? typed : { ...typed, accent: '' }),
  look,
)

const zone = z.string().trim().refine(isZone, 'bad-zone')

export const languagesForm = z
  .strictObject({
    locales: z.array(z.enum(locales)).default([]),
    first: z.enum(locales, 'choose-one'),
    zone,
  })
  .superRefine(
    (typed, context) => {
      const offered = typed.locales ?? []
      if (offered.length === 0) context.addIssue({ code: 'custom', path: ['locales'], message: 'choose-one' })
      else if (locales.includes(typed.first) && !offered.includes(typed.first))
        context.addIssue({ code: 'custom', path: ['first'], message: 'first-not-offered' })
    },
    { when: () => true },
  )

const replyTo = z
  .string()
  .trim()
  .refine((text) => text === '' || (text.length <= 254 && addressOf(text) === text), 'bad-email')

export const writingForm = z.strictObject({
  senderName: plainLine(longest.name),
  replyTo,
  postal: plainLine(longest.postal),
  ...inEach('signature', lines),
})

export const linkPlaces = [1, 2, 3, 4, 5, 6] as const

const href = z
  .string()
  .trim()
  .max(500, 'too-long')
  .refine((text) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text)), 'bad-link')

/** Up to six pairs of words and an address; a pair that is empty is no link. */
export const elsewhereForm = z
  .strictObject({
    hub: href.refine((text) => text === '' || text.startsWith('https://'), 'bad-link'),
    ...Object.fromEntries(
      linkPlaces.flatMap((place) => [
        [`label-${place}`, plainLine(longest.label)],
        [`href-${place}`, href],
      ]),
    ),
  })
  .superRefine(
    (typed, context) => {
      const said = typed as Record<string, string>
      for (const place of linkPlaces) {
        const [label, address] = [said[`label-${place}`], said[`href-${place}`]]
        const missing = label && !address ? `href-${place}` : address && !label ? `label-${place}` : null
        if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'required' })
      }
    },
    { when: () => true },
  )

/** How the blog is cited; what is empty is not said. */
export const citingForm = z.strictObject({
  licence: z.enum(['', ...TEXT_LICENCES], 'choose-one').transform((id) => (id === '' ? null : id)),
  issn: plainLine(40).transform((typed, context) => {
    const issn = typed === '' ? null : issnIn(typed)
    if (typed !== '' && issn === null) context.addIssue({ code: 'custom', message: 'bad-issn' })
    return issn
  }),
})

/** Which machines may read, and whether search engines are told of what is new. */
export const machinesForm = z
  .strictObject({
    crawlers: z.array(z.enum(crawlerKinds)).default([]),
    indexNow: z.enum(['yes', 'no'], 'choose-one'),
  })
  .superRefine(({ crawlers, indexNow }, context) => {
    if (indexNow === 'yes' && !crawlers.includes('search'))
      context.addIssue({ code: 'custom', path: ['indexNow'], message: 'search-kept-out' })
  })

/** What the terminal takes; a line break in a signature is written as \\n there. */
export const networkOptions = z
  .object({
    name: neededLine(longest.name),
    'short-name': plainLine(longest.shortName),
    tagline: plainLine(longest.tagline),
    signature: z
      .string()
      .transform((text) => text.replaceAll('\\n', '\n'))
      .pipe(lines),
    in: z.enum(locales),
    languages: z
      .string()
      .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
      .pipe(z.array(z.enum(locales)).min(1, 'required')),
    zone,
    sign: z.enum(ourSigns),
    accent: colour,
    sender: plainLine(longest.name),
    'reply-to': replyTo,
    postal: plainLine(longest.postal),
    crawlers: z
      .string()
      .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))])
      .pipe(z.array(z.enum(crawlerKinds))),
    'index-now': z.enum(['yes', 'no']),
  })
  .partial()
