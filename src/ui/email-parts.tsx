import { raw } from 'hono/html'
import { type Child, useContext } from 'hono/jsx'
import { Style } from './email-style.ts'
import type { Direction, Link } from './frame.ts'

/** A button is a row of a table: what every program for mail draws alike. */
export const ButtonRow = ({ href, label, cell }: Link & { cell: string }) => (
  <tr>
    <td class="button" style={cell}>
      <a href={href} style={useContext(Style).button}>
        {label}
      </a>
    </td>
  </tr>
)

/** Answers to choose from, each a button of one width. */
export const EmailChoices = ({ choices }: { choices: readonly Link[] }) => {
  const style = useContext(Style)
  return (
    <table role="presentation" style="border-spacing:0 8px;margin:16px 0">
      {choices.map((choice) => (
        <ButtonRow {...choice} cell={`${style.buttonCell};text-align:center`} />
      ))}
    </table>
  )
}

/** A paragraph. */
export const EmailText = ({ children }: { children: Child }) => (
  <p style={useContext(Style).text}>{children}</p>
)

/** A heading inside the mail, and a list under it: questions, ice-breakers, hours. */
export const EmailList = (props: { title?: string; items: readonly Child[]; numbered?: boolean }) => {
  const List = props.numbered ? 'ol' : 'ul'
  const style = useContext(Style)
  return (
    <>
      {props.title ? (
        <h2 class="ink" style={style.subheading}>
          {props.title}
        </h2>
      ) : null}
      <List style={style.list}>
        {props.items.map((item) => (
          <li style="margin:0 0 8px">{item}</li>
        ))}
      </List>
    </>
  )
}

type EmailFact = { term: string; detail: Child }

const EmailFacts = ({ facts }: { facts: readonly EmailFact[] }) => {
  const style = useContext(Style)
  return (
    <table role="presentation" style="border-collapse:collapse;margin:0 0 8px" width="100%">
      {facts.map(({ term, detail }) => (
        <tr>
          <td style={style.fact}>
            <span class="quiet" style={style.term}>
              {term}
            </span>
            <br />
            {detail}
          </td>
        </tr>
      ))}
    </table>
  )
}

/** One page of the book, as in `Spread`. */
export type EmailPage = {
  kicker?: string
  name: string
  /** Country and sector, in the order they are read. */
  under: readonly string[]
  facts?: readonly EmailFact[]
  words?: Child
}

/** The open book in a mail: two or three people side by side, under each other on a phone. */
export const EmailSpread = (props: { pages: readonly EmailPage[] }) => {
  const style = useContext(Style)
  return (
    <div style="margin:24px 0">
      <table role="presentation" class="line page" style={style.book} width="100%">
        <tr>
          {props.pages.map((page, index) => (
            <td
              class="leaf-page line page ink"
              style={index === 0 ? style.page : style.nextPage}
              width={`${Math.floor(100 / props.pages.length)}%`}
              valign="top"
            >
              <PageOf page={page} />
            </td>
          ))}
        </tr>
      </table>
    </div>
  )
}

const PageOf = ({ page }: { page: EmailPage }) => {
  const style = useContext(Style)
  return (
    <>
      {page.kicker ? (
        <p class="quiet" style={style.term}>
          {page.kicker}
        </p>
      ) : null}
      <p style={style.name}>
        <bdi>{page.name}</bdi>
      </p>
      <p class="quiet" style={style.under}>
        {page.under.join(' · ')}
      </p>
      {page.words ? (
        <p class="words" style={style.words} dir="auto">
          {page.words}
        </p>
      ) : null}
      {page.facts ? <EmailFacts facts={page.facts} /> : null}
    </>
  )
}

/** Colour of an inline link in a mail's text. */
export const EmailLink = ({ href, label }: Link) => (
  <a href={href} class="leaf" style={useContext(Style).inText}>
    {label}
  </a>
)

type EmailArticleProps = {
  title: string
  lang: string
  dir: Direction
  href: string
  under: readonly string[]
  summary: string
  children?: Child
}

/** A text to read elsewhere: its picture, the title that leads there, who wrote it, and what it is about. */
export const EmailArticle = ({ title, lang, dir, href, under, summary, children }: EmailArticleProps) => {
  const style = useContext(Style)
  return (
    <div class="line" style={style.article}>
      {children}
      <h2 class="ink" style={style.articleTitle} lang={lang} dir={dir}>
        <a href={href} class="leaf" style={style.inText}>
          {title}
        </a>
      </h2>
      <p class="quiet" style={style.under}>
        {under.map((one, index) => (
          <>
            {index > 0 ? ' · ' : null}
            <bdi>{one}</bdi>
          </>
        ))}
      </p>
      <p style={style.text} lang={lang} dir={dir}>
        {summary}
      </p>
    </div>
  )
}

/** Safe HTML without styles of its own: they are written into its elements, as mail programs want them. */
export const EmailProse = ({ html, lang, dir }: { html: string; lang: string; dir: Direction }) => {
  const style = useContext(Style)
  const styled = html
    .replace(/<a /g, `<a class="leaf" style="${style.inText}" `)
    .replace(/<(p|blockquote)(?=[ >])/g, `<$1 style="${style.text}"`)
    .replace(/<(ul|ol)(?=[ >])/g, `<$1 style="${style.list}"`)
    .replace(/<(h[2-6])(?=[ >])/g, `<$1 class="ink" style="${style.subheading.replaceAll('"', "'")}"`)
  return (
    <div lang={lang} dir={dir}>
      {raw(styled)}
    </div>
  )
}

/** The same address for everyone: it shows the picture and tells us nothing. */
export const EmailPicture = (props: { src: string; alt: string; lang: string; below: readonly Child[] }) => (
  <div style="margin:8px 0 20px">
    <img
      src={props.src}
      alt={props.alt}
      lang={props.lang}
      width="600"
      style="display:block;width:100%;max-width:600px;height:auto"
    />
    <p class="quiet" style="margin:8px 0 0;font-size:14px;line-height:1.4">
      {props.below.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </p>
  </div>
)
