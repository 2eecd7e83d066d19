import type { Context } from 'hono'
import type * as z from 'zod'
import { entriesIn } from './bodies/index.ts'
import { joining } from './joining.ts'
import { Unacceptable } from './refusals.ts'

/** What was typed, by name of the field, exactly as typed. */
export type Typed = Record<string, string | string[] | File>

export type FormReply<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; errors: Codes; typed: Typed }

/** A code per field, to be said in words beside it. */
type Codes = Record<string, string>

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/** The fields of a posted form, read once. Names that end in `[]` are lists, also with one value or none. */
export async function typedIn(c: Context): Promise<Typed> {
  const typed: Typed = c.get('typed') ?? (await readFields(c))
  c.set('typed', typed)
  return typed
}

async function readFields(c: Context): Promise<Typed> {
  const typed: Typed = {}
  for (const [name, value] of await entriesIn(c)) {
    if (forbiddenNames.has(name)) throw new Unacceptable('unknown-field')
    const isList = name.endsWith('[]')
    const key = isList ? name.slice(0, -2) : name
    const text = typeof value === 'string' ? textOf(value) : value
    if (isList) typed[key] = [...((typed[key] as string[] | undefined) ?? []), String(text)]
    else if (key in typed) throw new Unacceptable('repeated-field')
    else typed[key] = text
  }
  return typed
}

/** Control characters that nobody types, but that come along from other programs; PostgreSQL takes no NUL. */
const strayControls = /(?![\n\t])\p{Cc}/gu

const textOf = (value: string) =>
  value
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(strayControls, '')
    .normalize('NFC')

/**
 * Reads and parses a posted form. Messages of the schema are codes of `form-words`, such as `required`.
 *
 * @throws Unacceptable `unknown-field` when the form holds a field that the schema does not name
 */
export async function readForm<Value>(c: Context, schema: z.ZodType<Value>): Promise<FormReply<Value>> {
  return parsedForm(schema, await typedIn(c))
}

/** As `readForm`, of what stands in an address or came otherwise. @throws Unacceptable `unknown-field` */
export function parsedForm<Value>(schema: z.ZodType<Value>, typed: Typed): FormReply<Value> {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, value: parsed.data, typed }
  if (parsed.error.issues.some((issue) => issue.code === 'unrecognized_keys'))
    throw new Unacceptable('unknown-field')
  return { ok: false, typed, errors: errorsOf(parsed.error.issues) }
}

/** A form without fields that could be filled in wrongly: what does not parse was not sent by our page. */
export async function readPlainForm<Value>(
  c: Context,
  schema: Parameters<typeof readForm<Value>>[1],
): Promise<Value> {
  const form = await readForm(c, schema)
  if (!form.ok) throw new Unacceptable('unknown-field')
  return form.value
}

/** Reads a form that is but a button. @throws Unacceptable `unknown-field` when anything was sent along */
export async function readButton(c: Context): Promise<void> {
  if (Object.keys(await typedIn(c)).length > 0) throw new Unacceptable('unknown-field')
}

/** A form as its page shows it: what stands in the fields, and codes for those that need another look. */
export type FormState = { values: Record<string, string>; errors: Codes }

/** A form that nobody has sent yet. */
export const freshForm = (values: FormState['values'] = {}): FormState => ({ values, errors: {} })

/** A form that came back: with all that was typed, except for files and lists. */
export function returnedForm(typed: Typed, errors: Codes): FormState {
  const texts = Object.entries(typed).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return { values: Object.fromEntries(texts), errors }
}

/** The status of a page with this form. */
export const statusOf = ({ errors }: Pick<FormState, 'errors'>) =>
  Object.keys(errors).length > 0 ? 422 : 200

/** What a `Field` is given of its form. */
export type FormField = { name: string; label: string; value: string; error: string | undefined }

/**
 * A form in words, for its page: each field by its name, and all faults, each naming its field, in the order of `labels`.
 *
 * @param say finds the words of a code, as `errorWords` does
 */
export function formInWords<Name extends string>(
  locale: string,
  labels: Record<Name, string>,
  { values, errors }: FormState,
  say: (code: string) => string,
) {
  const said = (code: string | undefined) => (code === undefined ? undefined : say(code))
  const names = Object.keys(labels) as Name[]
  const others = Object.keys(errors).filter((name) => !(name in labels))
  return {
    field: (name: Name): FormField => ({
      name,
      label: labels[name],
      value: values[name] ?? '',
      error: said(errors[name]),
    }),
    faults: [
      ...names.flatMap((name) =>
        errors[name] ? [fault(locale, labels[name], name, say(errors[name]))] : [],
      ),
      ...others.map((name) => ({ message: say(errors[name] ?? '') })),
    ],
  }
}

/** A fault as the summary on top of a page says it: with the name of its field, which may be a question, and the way there. */
export const fault = (locale: string, field: string, name: string, message: string) => ({
  name,
  message: joining(locale).labelled(field, message),
})

type Issue = {
  message: string
  code?: string
  origin?: string
  maximum?: unknown
  /** Of what may be one thing or another: what is wrong with it as each of them. */
  errors?: readonly (readonly Issue[])[]
}

/** One code a field, the first one. */
function errorsOf(issues: readonly (Issue & { path: PropertyKey[] })[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[String(issue.path[0] ?? '')] ??= codeOf(issue)
  return errors
}

/**
 * Messages of zod's own have spaces and capitals; ours are codes. A text that is too long comes with the most letters: `too-long 120`.
 * What may be nothing or something is typed as something: the last is told of.
 */
function codeOf({ message, code, origin, maximum, errors }: Issue): string {
  const own = /^[a-z][a-z-]*( \d+)*$/.test(message) ? message : null
  const last = errors?.at(-1)?.[0]
  if (own === null && last) return codeOf(last)
  const said = own ?? (code === 'too_big' ? 'too-long' : 'not-understood')
  return said === 'too-long' && origin === 'string' ? `${said} ${maximum}` : said
}
