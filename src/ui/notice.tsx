import type { Child } from 'hono/jsx'
import type { Tone } from './frame.ts'

type NoticeProps = {
  tone?: Tone
  title?: string
  /** Announced by screen readers as the page loads: for what just happened, not for standing advice. */
  live?: boolean
  actions?: Child
  children?: Child
}

const marks: Record<Tone, string> = { info: 'i', success: '✓', warning: '!', danger: '×' }

/** Stands at the top of what it concerns. The mark and the words carry the tone; colour only helps. */
export const Notice = ({ tone = 'info', title, live = false, actions, children }: NoticeProps) => (
  <div class={`notice ${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
    <span class="mark" aria-hidden="true">
      {marks[tone]}
    </span>
    <div class="notice-body">
      {title ? <p class="notice-title">{title}</p> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions ? <div class="actions">{actions}</div> : null}
    </div>
  </div>
)
