import * as z from 'zod'
import { parts } from '../posts/index.ts'
import { pageChoices } from './mapping.ts'

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

const name = z.string().trim().min(1).max(120)

const meaning = z.strictObject({
  round: z
    .string()
    .regex(/^\d{4}[A-Z]$/)
    .exactOptional(),
  part: z.enum(parts).exactOptional(),
  tag: name.exactOptional(),
})

/** What an editor decided about a blog, as a file; what it does not say is left to us. */
export const mappingFile = z.strictObject({
  locale: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .exactOptional(),
  zone: z.string().refine(isZone, 'no-such-zone').exactOptional(),
  pages: z.enum(pageChoices).exactOptional(),
  authors: z
    .record(z.string(), z.strictObject({ name, account: z.string().email().exactOptional() }))
    .exactOptional(),
  categories: z.record(z.string(), meaning).exactOptional(),
})

/** Of a file on a page; larger ones come in from the terminal. */
export const mostMegabytes = 60

export const uploadForm = z.strictObject({
  file: z
    .instanceof(File, { error: 'required' })
    .refine(({ size, name }) => size > 0 || name !== '', 'required'),
})

const list = z.array(z.string().trim().max(300)).max(2_000).default([])

/** What an editor decides of a blog: its authors and categories in the order in which the page has them. */
export const decideForm = z.strictObject({
  locale: z.string().regex(/^[a-z]{2,3}$/, 'choose-one'),
  pages: z.enum(pageChoices, 'choose-one'),
  login: list,
  name: list,
  account: list,
  slug: list,
  meaning: list,
})
