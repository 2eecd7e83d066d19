import { errorWords, platformWords } from '../../../platform/say.ts'
import { ErrorSummary, type Frame } from '../../../ui/index.ts'
import { words } from '../words.ts'

type Codes = Record<string, string>

/** On top of a form that came back. */
export const Errors = ({ frame, errors }: { frame: Frame; errors: Codes }) => {
  const said = Object.entries(errorsOf(frame, errors)).map(([name, message]) => ({ name, message }))
  const title = platformWords(frame.locale)('form.summary', { count: said.length })
  return <ErrorSummary title={title} errors={said} />
}

/** The words beside each field that needs another look. */
export function errorsOf(frame: Frame, errors: Codes): Record<string, string> {
  const say = errorWords(words, frame.locale)
  return Object.fromEntries(Object.entries(errors).map(([name, code]) => [name, say(code)]))
}
