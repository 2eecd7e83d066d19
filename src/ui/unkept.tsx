import { Notice } from './notice.tsx'
import { OwnWords } from './own-words.tsx'

/**
 * What was typed for something that somebody else has settled meanwhile: it was not kept, and is there to be copied.
 *
 * @param title what became of the thing
 * @param label stands before the words
 */
export const Unkept = ({ title, label, text }: { title: string; label: string; text: string }) => (
  <Notice tone="warning" title={title}>
    {text === '' ? null : (
      <>
        {label} <OwnWords>{text}</OwnWords>
      </>
    )}
  </Notice>
)
