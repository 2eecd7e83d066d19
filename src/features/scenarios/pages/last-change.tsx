import { isolate } from '../../../platform/bidi.ts'
import { formats } from '../../../platform/formats.ts'
import { platformWords } from '../../../platform/say.ts'
import { Button, Form, type Frame, Notice } from '../../../ui/index.ts'
import type { Round } from '../../rounds/index.ts'
import { undoPath } from '../paths.ts'
import type { Change } from '../queries/changes.ts'
import type { Named } from '../queries/people.ts'
import { words } from '../words.ts'

/** The last change by hand that can be undone, and whom it is about: a group in a row, or one person. */
export type Last = { change: Change; members: readonly string[]; people: Map<string, Named> }

/** Says what was changed by hand last, and offers to take it back. */
export const LastChange = ({
  frame,
  round,
  zone,
  last,
}: {
  frame: Frame
  round: Round
  zone: string
  last: Last
}) => {
  const t = words(frame.locale)
  const f = formats(frame.locale, zone)
  const names = last.members.map((id) => isolate(last.people.get(id)?.name ?? '', frame.locale))
  const { kind, madeBy, madeAt } = last.change
  return (
    <Notice
      actions={
        <Form action={undoPath(round.code)}>
          <Button>{t('shape.undo')}</Button>
        </Form>
      }
    >
      {t('shape.last', {
        kind,
        names: f.names(names),
        middle: names[1] ?? '',
        who: madeBy ?? platformWords(frame.locale)('terminal'),
        at: f.instant(madeAt),
      })}
    </Notice>
  )
}
