import { languageOf } from './languages.ts'
import { platformWords } from './say.ts'

/** A question is not followed by a colon; a sign that sets it apart from other scripts may stand behind it. */
const question = /[?？؟]\u2069?$/

/** How a language puts texts beside each other: what stands between them is a word like others. */
export function joining(locale: string) {
  const t = platformWords(locale)
  const joined = (parts: readonly string[]) =>
    parts.reduce((text, next) => (text === '' ? next : t('joined', { text, next })), '')
  return {
    /** "Country: Peru"; a question with its answer, "Where? Peru". Without a text, all that stands before one. */
    labelled: (label: string, text = '') =>
      question.test(label) ? t('joined', { text: label, next: text }) : t('labelled', { label, text }),
    /** "Ada (Peru)". Without a text, all that follows one. */
    aside: (text: string, aside: string) => t('aside', { text, aside }),
    /** Sentences, one after the other. */
    joined,
    /** "Law, health; Reading": what has commas, or an "and", of its own. */
    parted: (parts: readonly string[]) => parts.join(languageOf(locale)?.semicolon),
  }
}
