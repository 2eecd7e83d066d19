import type { Child } from 'hono/jsx'

export type Fact = { term: string; detail: Child }

/** Short facts, term beside detail; under each other on a phone or when `stacked`. */
export const Facts = ({ facts, stacked = false }: { facts: readonly Fact[]; stacked?: boolean }) => (
  <dl class={stacked ? 'facts stacked' : 'facts'}>
    {facts.map(({ term, detail }) => (
      <div>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)

/** A large figure with its words, for the few numbers that matter: `Figures` lays several side by side. */
export const Figures = ({
  figures,
}: {
  figures: readonly { value: string; label: string; href?: string }[]
}) => (
  <dl class="figures">
    {figures.map(({ value, label, href }) => (
      <div>
        <dt>{label}</dt>
        <dd>{href ? <a href={href}>{value}</a> : value}</dd>
      </div>
    ))}
  </dl>
)
