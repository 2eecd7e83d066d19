import type { Child } from 'hono/jsx'
import { type Fact, Facts } from './facts.tsx'

/** One page of the open book. */
export type SpreadPage = {
  name: string
  href?: string
  /** A word above the name, for instance "Your partner". */
  kicker?: string
  country?: string
  sector?: string
  facts?: readonly Fact[]
  /** In their own words. */
  words?: Child
  /** Buttons or notes at the foot of the page. */
  foot?: Child
}

type SpreadProps = {
  /** Names the book for screen readers: "Ana and Li". */
  label: string
  /** Two people, or three: the third is a folded leaf. */
  pages: readonly [SpreadPage, SpreadPage] | readonly [SpreadPage, SpreadPage, SpreadPage]
  /** What lies across the gutter: the things they share. */
  shared: { title: string; items: readonly Child[] }
  /** Why they were paired, in one or two sentences, under the book. */
  reason?: Child
  /** Level of the names among the page's headings. */
  level?: 2 | 3
}

/** THE OPEN BOOK: people of one pairing on facing pages. Opens by the page's direction, stacks on a phone. */
export const Spread = ({ label, pages, shared, reason, level = 2 }: SpreadProps) => {
  const [first, second, third] = pages
  return (
    <section class={third ? 'spread trio' : 'spread'} aria-label={label}>
      <div class="book">
        <Leaf page={first} level={level} />
        <div class="gutter">
          {shared.items.length > 0 ? (
            <div class="shared">
              <p class="gutter-title">{shared.title}</p>
              <ul>
                {shared.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
        <Leaf page={second} level={level} />
        {third ? <Leaf page={third} level={level} /> : null}
      </div>
      {reason ? <p class="reason">{reason}</p> : null}
    </section>
  )
}

/** Longer names are set smaller, so that they do not fill the page. */
const longName = 28

const Leaf = ({ page, level }: { page: SpreadPage; level: 2 | 3 }) => {
  const Name = `h${level}` as const
  return (
    <article class="book-page">
      {page.kicker ? <p class="kicker">{page.kicker}</p> : null}
      <Name class={page.name.length > longName ? 'book-name long' : 'book-name'}>
        <bdi>{page.href ? <a href={page.href}>{page.name}</a> : page.name}</bdi>
      </Name>
      {page.country || page.sector ? (
        <p class="person-facts">
          {page.country ? <span>{page.country}</span> : null}{' '}
          {page.sector ? <span>{page.sector}</span> : null}
        </p>
      ) : null}
      {page.words ? (
        <blockquote class="book-words" dir="auto" lang="">
          {page.words}
        </blockquote>
      ) : null}
      {page.facts && page.facts.length > 0 ? <Facts facts={page.facts} stacked /> : null}
      {page.foot ? <div class="book-foot">{page.foot}</div> : null}
    </article>
  )
}
