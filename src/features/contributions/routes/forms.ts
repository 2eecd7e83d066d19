import type { Context } from 'hono'
import { formats } from '../../../platform/formats.ts'
import { type FormState, returnedForm, type Typed } from '../../../platform/forms.ts'
import { Unacceptable } from '../../../platform/refusals.ts'
import { networkOf } from '../../../platform/sign-in/index.ts'
import type { Env } from '../../people/index.ts'
import { holdPicture } from '../actions/pictures.ts'
import type { Kind, Written } from '../contribution.ts'
import { pictureToken, readPictureToken } from '../policy.ts'
import { heldSize } from '../queries/pictures.ts'
import { words } from '../words.ts'

/** A picture that came with a form, or before: its id, what the form carries of it, and why it was not taken. */
export type HeldPicture = { id: string | null; key: string; error?: string }

/** Keeps the picture that came along, also when the rest of the form needs another look; else the one that came before. */
export async function heldIn(c: Context<Env>, typed: Typed): Promise<HeldPicture> {
  const { app } = c.var
  const before = await knownPicture(c, typed.pictureKey)
  const upload = typed.picture
  if (!(upload instanceof File) || (upload.size === 0 && upload.name === '')) return before
  try {
    const network = networkOf(c, app.config.trustedProxies)
    const id = await holdPicture(app, new Uint8Array(await upload.arrayBuffer()), network)
    return { id, key: pictureToken(app, id) }
  } catch (error) {
    if (error instanceof Unacceptable) return { ...before, error: error.code }
    throw error
  }
}

async function knownPicture(c: Context<Env>, key: unknown): Promise<HeldPicture> {
  const { app } = c.var
  const id = typeof key === 'string' ? readPictureToken(app, key) : null
  const held = await heldSize(app.db, id)
  return held ? { id: held.id, key: String(key) } : { id: null, key: '' }
}

/** What is to be mended about the picture and what is said of it: it is needed on a postcard, and its words wherever it is. */
export function pictureErrors(
  kind: Kind,
  picture: HeldPicture,
  said: { alt?: unknown; permission?: unknown },
): Record<string, string> {
  if (picture.error) return { picture: picture.error }
  if (picture.id === null && kind !== 'postcard') return {}
  return {
    ...(picture.id === null ? { picture: 'contribution-picture' } : {}),
    ...(String(said.alt ?? '').trim() === '' ? { alt: 'required' } : {}),
    ...(said.permission === 'yes' ? {} : { permission: 'contribution-permission' }),
  }
}

/** The fields of a parsed form, of either kind. */
type Parsed = Omit<Written, 'title' | 'body' | 'answers' | 'pictureId' | 'pictureAlt' | 'pictureCaption'> & {
  alt: string
  caption: string
} & Partial<Record<'title' | 'body' | 'answer1' | 'answer2' | 'answer3', string>>

/** What its author says, from the fields of the form. */
export function writtenIn(kind: Kind, form: Parsed, pictureId: string | null): Written {
  const { name, coauthors, country, language, about, alt, caption, pictureAuthor } = form
  const t = words(language)
  const isCard = kind === 'postcard'
  return {
    ...{ name, coauthors, country, language, about, pictureId },
    ...{ pictureAlt: alt, pictureCaption: caption, pictureAuthor },
    title: isCard
      ? t('postcard.title', { country: formats(language, 'UTC').country(country) })
      : (form.title ?? ''),
    body: isCard ? '' : (form.body ?? ''),
    answers: isCard ? [form.answer1 ?? '', form.answer2 ?? '', form.answer3 ?? ''] : [],
  }
}

/** A form that came back, with the picture that came with it. */
export const comeBack = (typed: Typed, errors: Record<string, string>, picture: HeldPicture): FormState =>
  returnedForm({ ...typed, pictureKey: picture.key }, errors)

/** The fields of a contribution, as its form has them. */
export const valuesOf = (written: Written): Record<string, string> => ({
  ...{ name: written.name, coauthors: written.coauthors.join('\n'), country: written.country },
  ...{ language: written.language, about: written.about, title: written.title, body: written.body },
  ...{ alt: written.pictureAlt, caption: written.pictureCaption, pictureAuthor: written.pictureAuthor },
  ...Object.fromEntries(written.answers.map((answer, index) => [`answer${index + 1}`, answer])),
})
