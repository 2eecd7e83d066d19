import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { CopyPress, type CopyWords } from './copy-text.tsx'
import type { Link } from './frame.ts'
import { LabelAndText } from './joining.tsx'

/** A day or an instant: `iso` for machines, `text` for people. */
type Moment = { iso: string; text: string }

export type BylineProps = {
  /** With words around the names: "By Ana Silva, Portugal". Links to author pages are the caller's. */
  by: Child
  date?: Moment
  /** Further short facts: reading time, the topic. */
  more?: readonly Child[]
}

export const Byline = ({ by, date, more = [] }: BylineProps) => (
  <p class="byline">
    <span>{by}</span>
    {date ? <time datetime={date.iso}>{date.text}</time> : null}
    {more.map((one) => (
      <span>{one}</span>
    ))}
  </p>
)

/** A text to read, set like a book page. `html` must be sanitised already; children come after it. */
export const PostBody = (props: {
  html?: string
  lang?: string
  dir?: 'ltr' | 'rtl' | 'auto'
  children?: Child
}) => (
  <div class="prose" lang={props.lang} dir={props.dir}>
    {props.html === undefined ? null : raw(props.html)}
    {props.children}
  </div>
)

type Picture = {
  src: string
  srcset?: string
  /** The same in a format that is smaller and that not every browser reads. */
  avif?: string
  class?: string
  sizes?: string
  /** Empty only when the caption says all there is to see. */
  alt: string
  /** Language of `alt` where it may not be that of the page; empty when unknown. */
  lang?: string
  width: number
  height: number
}

type FigureProps = {
  picture: Picture
  caption?: Child
  /** Author, source and licence, as finished words or links: "Photo: Ana Silva / Wikimedia Commons, CC BY 4.0". */
  credit: Child
  /** The first picture of a page is loaded at once. */
  eager?: boolean
}

const Pictured = ({ picture, eager = false }: { picture: Picture; eager?: boolean }) => {
  const { avif, ...own } = picture
  const img = <img {...own} alt={own.alt} loading={eager ? 'eager' : 'lazy'} decoding="async" />
  if (!avif) return img
  return (
    <picture>
      <source type="image/avif" srcset={avif} sizes={own.sizes} />
      {img}
    </picture>
  )
}

export const Figure = ({ picture, caption, credit, eager = false }: FigureProps) => (
  <figure class="figure">
    <Pictured picture={picture} eager={eager} />
    <figcaption>
      {caption ? <span class="caption">{caption}</span> : null} <span class="credit">{credit}</span>
    </figcaption>
  </figure>
)

type PostCardProps = {
  href: string
  title: Child
  summary: Child
  kicker?: Child
  byline: BylineProps
  /** Stands last. */
  more?: Child
  picture?: Picture
  level?: 2 | 3
}

/** One post in a list. */
export const PostCard = ({
  href,
  title,
  summary,
  kicker,
  byline,
  more,
  picture,
  level = 2,
}: PostCardProps) => {
  const Title = `h${level}` as const
  return (
    <article class={picture ? 'post-card with-picture' : 'post-card'}>
      {picture ? <Pictured picture={{ ...picture, alt: '' }} /> : null}
      <div>
        {kicker ? <p class="kicker">{kicker}</p> : null}
        <Title>
          <a href={href}>{title}</a>
        </Title>
        {summary ? <p>{summary}</p> : null}
        <Byline {...byline} />
        {more}
      </div>
    </article>
  )
}

/** Questions for partners in a topic: numbered, set apart from the text. */
export const Questions = ({ title, questions }: { title: string; questions: readonly Child[] }) => (
  <section class="questions">
    <h2>{title}</h2>
    <ol>
      {questions.map((question) => (
        <li>{question}</li>
      ))}
    </ol>
  </section>
)

type Reference = readonly (string | { italic: string })[]

type CitationProps = {
  title: string
  /** Of the references. */
  lang: string
  references: readonly { label: string; reference: Reference }[]
  words: CopyWords
  /** Files for reference managers. */
  links: { label: string; links: readonly Link[] }
}

/** "Cite this": references of a post, each to be marked with a press and copied, and files of it. */
export const Citation = ({ title, lang, references, words, links }: CitationProps) => (
  <details class="citation disclosure">
    <summary>{title}</summary>
    <dl>
      {references.map(({ label, reference }) => (
        <>
          <dt>{label}</dt>
          <dd>
            <copy-text data-copied={words.copied}>
              <p lang={lang} dir="auto" data-copy>
                {reference.map((part) => (typeof part === 'string' ? part : <i>{part.italic}</i>))}
              </p>
              <CopyPress words={words} about={label} />
            </copy-text>
          </dd>
        </>
      ))}
    </dl>
    <p class="inline-list">
      <span>
        <LabelAndText label={links.label} />
      </span>
      {links.links.map((link) => (
        <a href={link.href} download>
          {link.label}
        </a>
      ))}
    </p>
  </details>
)
