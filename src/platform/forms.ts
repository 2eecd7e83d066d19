import type { Context } from 'hono'
import type { z } from 'zod'
import { Unacceptable } from './refusals.ts'

/** What was typed, by name of the field, exactly as typed. */
export type Typed = Record<string, string | string[] | File>

export type FormReply<Value> =
  | { ok: true; value: Value; typed: Typed }
  /** `errors` holds a code per field, to be said in words beside it. */
  | { ok: false; errors: Record<string, string>; typed: Typed }

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/** Reads the fields of a posted form. Names that end in `[]` are lists, also with one value or none. */
export async function typedIn(c: Context): Promise<Typed> {
  const typed: Typed = {}
  for (const [name, value] of (await formDataOf(c)).entries()) {
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

async function formDataOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError) throw new Unacceptable('not-a-form')
    throw error
  }
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
  const typed = await typedIn(c)
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

/** One code a field, the first one. */
function errorsOf(
  issues: readonly { path: PropertyKey[]; message: string; code?: string }[],
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) errors[String(issue.path[0] ?? '')] ??= codeOf(issue)
  return errors
}

/** Messages of zod's own have spaces and capitals; ours are codes. */
const codeOf = (issue: { message: string; code?: string }) =>
  /^[a-z][a-z-]*$/.test(issue.message)
    ? issue.message
    : issue.code === 'too_big'
      ? 'too-long'
      : 'not-understood'
