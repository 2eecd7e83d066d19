import type { Child } from 'hono/jsx'
import type { Link } from './frame.ts'
import { LabelAndText } from './joining.tsx'

/** What to do when there is nothing yet. `children` hold the next step's button. */
export const Empty = ({ title, text, children }: { title: string; text: Child; children?: Child }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    <p>{text}</p>
    {children ? <div class="actions">{children}</div> : null}
  </div>
)

export type Step = { label: string; state: 'done' | 'now' | 'next'; note?: string; href?: string }

/** Where a round stands. `words` name the three states for screen readers. */
export const Steps = (props: {
  label: string
  steps: readonly Step[]
  words: Record<Step['state'], string>
}) => (
  <ol class="steps" aria-label={props.label}>
    {props.steps.map((step) => (
      <li class={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
        <span class="for-ears">
          <LabelAndText label={props.words[step.state]} />
        </span>
        {step.href ? <a href={step.href}>{step.label}</a> : <span>{step.label}</span>}
        {step.note ? <span class="step-note">{step.note}</span> : null}
      </li>
    ))}
  </ol>
)

/** Parts of one thing, each with its own address. */
export const Tabs = (props: {
  label: string
  tabs: readonly (Link & { current: boolean; count?: string })[]
}) => (
  <nav class="tabs" aria-label={props.label}>
    <ul>
      {props.tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
            {tab.label} {tab.count ? <span class="count">{tab.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const Disclosure = (props: { summary: Child; open?: boolean; children: Child }) => (
  <details class="disclosure" open={props.open}>
    <summary>{props.summary}</summary>
    <div class="disclosure-body">{props.children}</div>
  </details>
)
