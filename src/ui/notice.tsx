import type { Child } from 'hono/jsx'
import type { Tone } from './frame.ts'

type NoticeProps = {
  tone?: Tone
  title?: string
  /** What just happened, as against standing advice: a script moves the focus to it, so that it is spoken. */
  isNews?: boolean
  actions?: Child
  children: Child
}

const marks: Record<Tone, string> = { info: 'i', success: '✓', warning: '!', danger: '×' }

/** Stands at the top of what it concerns. The mark and the words carry the tone; colour only helps. */
export const Notice = ({ tone = 'info', title, isNews = false, actions, children }: NoticeProps) => (
  <div class={`notice ${tone}`} role={isNews ? 'status' : undefined} tabindex={isNews ? -1 : undefined}>
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
