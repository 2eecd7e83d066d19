import { createContext, useContext } from 'hono/jsx'

/** What was typed into a form, by name of the field. */
export type TypedBefore = Record<string, string | string[]>

/** A form that was sent when its sender had been signed out: `action` is where it went. */
export type KeptForm = { action: string; typed: TypedBefore }

/** The kept form of a page, for whichever of its forms it belongs to. */
export const Kept = createContext<KeptForm | undefined>(undefined)

/** What fields take from the form around them. In a filter none must be filled in. */
export const AroundFields = createContext<{ typed?: TypedBefore; isFilter?: boolean }>({})

type Value = string | number | readonly string[] | undefined

/** A field with what was typed into it before, where its form was kept. */
export function withTyped<Props extends { name: string; value?: Value }>(props: Props): Props {
  const { typed } = useContext(AroundFields)
  if (!typed) return props
  const before = typed[props.name.replace(/\[\]$/, '')]
  if (Array.isArray(props.value)) return { ...props, value: [before ?? []].flat() }
  return before === undefined ? props : { ...props, value: String(before) }
}

/** Whether a field must be filled in: the norm, but for those marked as optional and all in a filter. */
export function isRequired({ optional }: { optional?: string }): boolean {
  return optional === undefined && !useContext(AroundFields).isFilter
}
