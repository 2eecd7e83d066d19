import { Actions, Button, ButtonLink } from '../button.tsx'
import { Changes, Confirm } from '../confirm.tsx'
import { Notice } from '../notice.tsx'
import type { GalleryWords } from './english.ts'

export const Acts = ({ words }: { words: GalleryWords }) => (
  <>
    <h2>{words.parts.buttons}</h2>
    <form method="get">
      <Actions>
        <Button kind="primary">{words.release}</Button>
        <Button>{words.rehearse}</Button>
        <Button kind="danger">{words.discard}</Button>
        <Button shortcut="a">{words.accept}</Button>
        <ButtonLink href="#import">{words.import}</ButtonLink>
      </Actions>
    </form>
    <Notice>{words.notice}</Notice>
    <Notice tone="success">{words.saved}</Notice>
    <Notice
      tone="warning"
      title={words.noticeTitle}
      actions={<ButtonLink href="#desk">{words.show}</ButtonLink>}
    >
      {words.noticeText}
    </Notice>
    <Notice tone="danger">{words.stopped}</Notice>

    <h2>{words.parts.acts}</h2>
    <Confirm
      action="#"
      words={words}
      what={words.whatItems}
      whom={words.whomText}
      undo={words.undoText}
      button={words.release}
      danger
      cancel={{ href: '#plan', label: words.cancel }}
    />
    <Changes
      caption={words.changes}
      words={words}
      changes={[
        { label: words.country, before: words.changed.before, after: words.changed.after },
        { label: words.name, before: 'WEI LI', after: 'Li Wei' },
      ]}
    />
  </>
)
