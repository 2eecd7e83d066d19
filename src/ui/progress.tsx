import type { Child } from 'hono/jsx'
import type { Direction } from './frame.ts'
import type { Joining } from './joining.tsx'

type ProgressProps = {
  /** What is being done: "Sending introductions". */
  label: string
  done: number
  total: number
  /** Finished words: "312 of 512, about 2 minutes". */
  text: string
  /** The words of the stage, spoken to those who listen whenever they change; else `label` is. */
  stage?: string
  /** A further line: what failed, or what comes next. */
  note?: Child
  /** Nothing more will happen: `Live` around it stops asking. */
  finished?: boolean
  /** Of what may be finished: how its label and text are said together, in the language of the page around. */
  labelled?: Joining['labelled']
  /** Once finished, `Live` goes on to this address with those who have only waited; name it in `note` as well. */
  onward?: string
}

/** A line that fills. The only thing on a page that may move. */
export const Progress = ({
  label,
  done,
  total,
  text,
  labelled,
  stage,
  note,
  finished,
  onward,
}: ProgressProps) => (
  <div
    class="progress"
    data-done={finished ? '' : undefined}
    data-onward={finished ? onward : undefined}
    data-say={finished ? (labelled?.(label, text) ?? text) : (stage ?? label)}
  >
    <p class="progress-label">
      <span>{label}</span> <span class="progress-text">{text}</span>
    </p>
    <progress value={done} max={Math.max(total, 1)} aria-label={label}>
      {text}
    </progress>
    {note ? <p class="hint">{note}</p> : null}
  </div>
)

/**
 * Replaces its content with the HTML fragment at `src` every `everySeconds`, until there is a `Progress`
 * that is `finished`, or any element with `data-done`, in it. Without JavaScript the first content stays; offer a link to reload.
 *
 * What `data-say` holds is spoken whenever it changes: each stage and the end, not each number. Links and buttons
 * inside need ids, by which the focus finds them again.
 */
export const Live = ({
  src,
  everySeconds = 2,
  children,
}: {
  src: string
  everySeconds?: number
  children: Child
}) => (
  <live-progress src={src} every={String(everySeconds)}>
    <div>{children}</div>
    <p class="for-ears" role="status" />
  </live-progress>
)

type MeterProps = {
  label: string
  /** Part of the whole, both in the same unit. */
  value: number
  max: number
  /** Where the line is drawn that must not be crossed. */
  limit: number
  /** Finished words: "143 of 1,055 (14 %), the cap is 211". */
  text: string
  dir: Direction
}

/** How close something is to its limit, for instance a country to its cap. Over it, a word must say so in `text`. */
export const Meter = ({ label, value, max, limit, text, dir }: MeterProps) => {
  const share = percent(value, max)
  const line = percent(limit, max)
  const at = dir === 'rtl' ? 100 - line : line
  return (
    <div class={value > limit ? 'meter over' : 'meter'}>
      <p class="progress-label">
        <span>{label}</span> <span class="progress-text">{text}</span>
      </p>
      <svg class="meter-bar" width="100%" height="14" aria-hidden="true" focusable="false">
        <rect class="rail" x="0" y="4" width="100%" height="6" />
        <rect class="fill" x={dir === 'rtl' ? `${100 - share}%` : '0'} y="4" width={`${share}%`} height="6" />
        <line class="limit" x1={`${at}%`} x2={`${at}%`} y1="0" y2="14" />
      </svg>
    </div>
  )
}

const percent = (part: number, whole: number) =>
  whole <= 0 ? 0 : Math.round(Math.min(Math.max(part / whole, 0), 1) * 1000) / 10
