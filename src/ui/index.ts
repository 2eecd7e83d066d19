/** The look: page frames, forms, lists, the open book, posts. Takes finished words, knows no feature. */
export { AfterSaving, AutoSave } from './auto-save.tsx'
export { type Bar, Bars } from './bars.tsx'
export { Actions, Button, ButtonLink } from './button.tsx'
export { Changes, Confirm } from './confirm.tsx'
export { CopyButton, CopyText } from './copy-text.tsx'
export { Distribution, SideBySide } from './distribution.tsx'
export { type DotRow, DotRows, type Series } from './dot-rows.tsx'
export { drawnOnce } from './drawn.ts'
export { type Fact, Facts, Figures } from './facts.tsx'
export { Field, Suggestions } from './field.tsx'
export { fieldId } from './field-id.ts'
export { Fieldset, Form, type FormError } from './form.tsx'
export type { Frame, Link, NavEntry } from './frame.ts'
export { Disclosure, Empty, type Step, Steps, Tabs } from './guidance.tsx'
export { HoursOfWeek } from './hours-of-week.tsx'
export { type Block, type LetterPage, letter, type Said } from './letter.tsx'
export { BulkBar, Filters, KeyHints, Pager } from './list-tools.tsx'
export { Notice } from './notice.tsx'
export { OwnWords } from './own-words.tsx'
export { OfficePage, Page } from './page.tsx'
export { PersonChip, type PersonChipProps, Tag } from './person-chip.tsx'
export {
  Byline,
  type BylineProps,
  Citation,
  Figure,
  PostBody,
  PostCard,
  Questions,
} from './post.tsx'
export { Live, Meter, Progress } from './progress.tsx'
export { Qr, qrDrawing } from './qr.tsx'
export { ShareTags } from './share-tags.tsx'
export { Sign, signs } from './sign.tsx'
export { Slider } from './slider.tsx'
export { Spread, type SpreadPage } from './spread.tsx'
export { type Column, Table } from './table.tsx'
export { Trap } from './trap.tsx'
export { Unkept } from './unkept.tsx'
export { type Place, WorldMap } from './world-map.tsx'
