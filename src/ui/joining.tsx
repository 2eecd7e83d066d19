import { createContext, useContext } from 'hono/jsx'

/** How the page's language puts texts beside each other. Without a text: what stands before, or behind, one. */
export type Joining = {
  labelled(label: string, text?: string): string
  aside(text: string, aside: string): string
}

/** Of what stands in no page. */
export const inEnglish: Joining = {
  labelled: (label, text = '') => `${label}: ${text}`,
  aside: (text, aside) => `${text} (${aside})`,
}

/** That of the page around. */
export const Joins = createContext(inEnglish)

/** A label and its text, or a label before what follows. */
export const LabelAndText = ({ label, text }: { label: string; text?: string }) => (
  <>{useContext(Joins).labelled(label, text)}</>
)

/** Behind its label, that a field may stay empty. */
export const Optional = ({ optional }: { optional: string | undefined }) => {
  const { aside } = useContext(Joins)
  return optional ? <span class="optional">{aside('', optional)}</span> : null
}
