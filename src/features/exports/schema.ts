import * as z from 'zod'
import { parts } from '../posts/index.ts'
import { exportKinds, outCommentStates, outStates } from './export.ts'

/** What is asked for on the page. */
export const takeForm = z.strictObject({
  kind: z.enum(exportKinds, 'choose-one'),
  whole: z.literal('yes').exactOptional(),
})

const instant = z.iso.datetime()
const day = z.iso.date()
const locale = z.string().regex(/^[a-z]{2,3}$/)
const comment = z.strictObject({
  number: z.int().describe('names the comment on the site; never changes'),
  parent: z.int().nullable().describe('number of the comment it answers'),
  name: z.string(),
  email: z.string().exactOptional().describe('only where addresses were asked for'),
  text: z.string().describe('plain text'),
  sentAt: instant,
  state: z.enum(outCommentStates),
  author: z.string().nullable().describe('slug of the author of the blog who wrote it'),
})

const post = z.strictObject({
  id: z.uuid(),
  slug: z.string(),
  address: z.url(),
  formerAddresses: z.array(z.url()),
  locale,
  translationGroup: z.uuid().nullable(),
  translations: z.array(z.strictObject({ id: z.uuid(), locale })),
  title: z.string(),
  summary: z.string().describe('plain text'),
  markdown: z
    .string()
    .describe(
      'GitHub-flavoured, with blocks of questions between `:::questions` and `:::`; pictures by their id, as `/media/ID`',
    ),
  html: z.string().describe('the same as it is printed, safe, with absolute links'),
  authors: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  state: z.enum(outStates),
  publishAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  roundCode: z.string().nullable(),
  fortnight: z.int().nullable(),
  part: z.enum(parts).nullable(),
  number: z.int().nullable().describe('place among the posts of its round'),
  tags: z.array(z.string()),
  questions: z.array(z.string()),
  hashtag: z.string(),
  picture: z.uuid().nullable().describe('id of the picture that leads it'),
  licence: z.string().nullable().describe('null: that of the network'),
  doi: z.string().nullable(),
  corrections: z.array(z.strictObject({ on: day, said: z.string() })),
  comments: z.array(comment),
})
export type ExportedPost = z.infer<typeof post>

const picture = z.strictObject({
  id: z.uuid(),
  file: z.string().describe('where it stands in the folder or the ZIP'),
  address: z.url(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
  caption: z.string(),
  author: z.string(),
  source: z.string(),
  licence: z.string(),
})
export type ExportedPicture = z.infer<typeof picture>

/** The blog as JSON, for whoever reads it by a program: what is here stays, and new things may join it. */
export const exportedBlog = z.strictObject({
  format: z.literal('twinleaf-blog'),
  version: z.literal(1),
  title: z.string(),
  tagline: z.string(),
  address: z.url(),
  locales: z.array(locale).describe('the network’s own first'),
  zone: z.string().describe('IANA name'),
  licence: z.string().nullable(),
  issn: z.string().nullable(),
  madeAt: instant,
  authors: z.array(
    z.strictObject({
      slug: z.string(),
      name: z.string(),
      country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
      about: z.string(),
      orcid: z.string().nullable(),
      email: z.string().exactOptional().describe('only where addresses were asked for'),
    }),
  ),
  rounds: z.array(z.strictObject({ code: z.string(), title: z.string(), startsOn: day, endsOn: day })),
  pages: z.array(
    z.strictObject({ name: z.string(), path: z.string(), locale, title: z.string(), body: z.string() }),
  ),
  posts: z.array(post),
  pictures: z.array(picture),
})
