/** The look: page frames, forms, lists, the open book, posts. Takes finished words, knows no feature. */
export { AfterSaving, AutoSave, type AutoSaveWords } from './auto-save.tsx'
export { type Bar, Bars } from './bars.tsx'
export { Breadcrumbs } from './breadcrumbs.tsx'
export { Actions, Button, type ButtonKind, ButtonLink } from './button.tsx'
export { type ChangedValue, Changes, Confirm } from './confirm.tsx'
export { CopyButton, CopyText } from './copy-text.tsx'
export { Distribution, type Mark, SideBySide } from './distribution.tsx'
export { type DotRow, DotRows, type DotValue, type Series } from './dot-rows.tsx'
export { drawnOnce } from './drawn.ts'
export { type Fact, Facts, Figures } from './facts.tsx'
export { Field, Suggestions } from './field.tsx'
export { fieldId } from './field-id.ts'
export type { Option } from './field-notes.tsx'
export { Fieldset, Form, type FormError } from './form.tsx'
export type { Choice, Direction, Frame, Link, NavEntry, Tone } from './frame.ts'
export { Disclosure, Empty, type Step, Steps, Tabs } from './guidance.tsx'
export { type DayOfHours, HoursOfWeek } from './hours-of-week.tsx'
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
  type Moment,
  type Picture,
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
export { type Place, type PlaceLink, WorldMap } from './world-map.tsx'
