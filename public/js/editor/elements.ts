/** An element with its attributes; `null` and `false` leave one out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean | null> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(name, value === true ? '' : value)
  made.append(...children)
  return made
}

/** Sentences in the reader's language, which the page brings along. */
export type Words = (key: string) => string

/** Address of the library of pictures, and the sentences. */
export function wordsOfPage(): Words {
  const text = document.getElementById('editor-words')?.textContent ?? '{}'
  const words = JSON.parse(text) as Record<string, string>
  return (key) => words[key] ?? key
}
