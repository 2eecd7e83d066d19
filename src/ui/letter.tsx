import type { Child } from 'hono/jsx'
import { EmailFrame } from './email.tsx'
import {
  EmailArticle,
  EmailChoices,
  EmailLink,
  EmailList,
  EmailPicture,
  EmailProse,
  EmailSpread,
  EmailText,
} from './email-parts.tsx'
import type { Accent } from './email-style.ts'
import type { Direction, Link } from './frame.ts'
import type { Joining } from './joining.tsx'

/** Something a letter says; in another language than the letter's, or with an address to go to. */
export type Said = string | { text: string; lang?: string; dir?: Direction | 'auto'; link?: Link }

/** One page of the book, as in `Spread`. */
export type LetterPage = {
  kicker?: string
  name: string
  /** Country and sector, in the order they are read. */
  under: readonly string[]
  facts?: readonly { term: string; detail: string }[]
  /** What they say about themselves, in a language that is theirs. */
  words?: string
}

export type Block =
  | { kind: 'text'; text: Said }
  /** A list with its heading: questions, ice-breakers, reasons. */
  | { kind: 'list'; title?: string; items: readonly Said[]; numbered?: boolean }
  /** Two or three people on facing pages. */
  | { kind: 'book'; pages: readonly LetterPage[] }
  /** Answers to choose from, each its own address. */
  | { kind: 'choices'; choices: readonly Link[] }
  | LetterPicture
  /** A text to read elsewhere: its title leads there. */
  | {
      kind: 'article'
      title: { text: string; lang: string; dir: Direction }
      href: string
      /** Who wrote it, when. */
      under: readonly string[]
      summary: string
      picture?: Omit<LetterPicture, 'kind'>
    }
  /** What somebody wrote in Markdown: as safe HTML, and as plain text. */
  | { kind: 'prose'; html: string; text: string; lang: string; dir: Direction }

type LetterPicture = { kind: 'picture'; src: string; alt: string; lang: string; below: readonly Said[] }

/** The network that writes: `signature` in lines, `postal` where it is to be found. */
type Sender = { name: string; href: string; signature?: string; postal?: string; accent?: Accent }

/** An email as what it says, in order. Both of its parts are drawn from this, so that neither says more. */
export type Letter = {
  /** What kind of email it is, for counting: `introduction`, `topic`. */
  kind: string
  to: { email: string; name?: string; personId: string | null }
  locale: string
  /** BCP 47, for `<html lang>`; its locale where that is the same. */
  lang?: string
  dir: Direction
  labelled: Joining['labelled']
  site: Sender
  subject: string
  /** What the inbox shows after the subject; the first lines otherwise. */
  preview?: string
  heading: Said
  greeting?: string
  /** Why it came to this person. */
  why: string
  blocks: readonly Block[]
  /** The one thing to do; in HTML its address is printed below for those whose mail shows no buttons. */
  button?: Link & { below: string }
  /** After the button, for instance the signature. */
  closing?: readonly string[]
  /** Why it comes to them at all, how to stop such emails, and where to see what is kept of them. */
  footer: { text: string; stop?: Link; own?: Link }
}

/** A letter as it is sent. */
export type DrawnLetter = {
  kind: string
  to: string
  toName: string | undefined
  personId: string | null
  locale: string
  subject: string
  text: string
  html: string
}

/** Draws a letter as plain text and as HTML, block by block. All addresses must be absolute. */
export const letter = (said: Letter): DrawnLetter => ({
  kind: said.kind,
  to: said.to.email,
  toName: said.to.name,
  personId: said.to.personId,
  locale: said.locale,
  subject: said.subject,
  text: asText(said),
  html: asHtml(said),
})

/** The signature begins with a line of its own, so that programs fold it away. @source RFC 3676, section 4.3 */
function asText({
  heading,
  greeting,
  why,
  blocks,
  button,
  closing = [],
  footer,
  site,
  labelled,
}: Letter): string {
  const ways = [footer.stop, footer.own].flatMap((way) => (way ? [labelled(way.label, way.href)] : []))
  const parts = [
    plain(heading),
    ...(greeting ? [greeting] : []),
    why,
    ...blocks.map((block) => blockAsText(block, labelled)),
    ...(button ? [above(button, labelled)] : []),
    ...[...closing, ...signed(site)],
    ['-- ', site.name, footer.text, ...ways, ...(site.postal ? [site.postal] : [])].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

type Labels = Joining['labelled']

/** An address in the line below what it is. */
const above = ({ label, href }: Link, labelled: Labels) => `${labelled(label).trimEnd()}\n${href}`

const signed = ({ signature }: Sender): string[] => (signature ? [signature] : [])

function blockAsText(block: Block, labelled: Labels): string {
  switch (block.kind) {
    case 'text':
      return plain(block.text)
    case 'list':
      return [
        ...(block.title ? [block.title] : []),
        ...block.items.map((item, index) => `${block.numbered ? `${index + 1}.` : '-'} ${plain(item)}`),
      ].join('\n')
    case 'book':
      return block.pages.map((page) => pageAsText(page, labelled)).join('\n\n')
    case 'choices':
      return block.choices.map((choice) => above(choice, labelled)).join('\n\n')
    case 'picture':
      return pictureAsText(block)
    case 'article':
      return articleAsText(block)
    case 'prose':
      return block.text.trim()
  }
}

const pictureAsText = ({ alt, below }: Pick<LetterPicture, 'alt' | 'below'>) =>
  [`[${alt}]`, ...below.map(plain)].join('\n')

const articleAsText = ({ title, href, under, summary, picture }: Extract<Block, { kind: 'article' }>) =>
  [...(picture ? [pictureAsText(picture)] : []), title.text, under.join(' · '), summary, href]
    .filter((line) => line !== '')
    .join('\n')

function plain(said: Said): string {
  if (typeof said === 'string') return said
  if (!said.link) return said.text
  const { href, label } = said.link
  const isAddress = [label, `mailto:${label}`].includes(href)
  return `${said.text} ${label}${isAddress ? '' : `\n${href}`}`
}

function pageAsText({ kicker, name, under, facts = [], words }: LetterPage, labelled: Labels): string {
  const lines = [kicker ? labelled(kicker, name) : name, under.join(' · '), ...(words ? ['', words, ''] : [])]
  return [...lines, ...facts.map(({ term, detail }) => labelled(term, detail))].join('\n').trimEnd()
}

function asHtml({ blocks, closing = [], heading, ...frame }: Letter): string {
  return String(
    <EmailFrame
      {...frame}
      heading={drawn(heading)}
      closing={[...closing.map((line) => <EmailText>{line}</EmailText>), signatureOf(frame.site)]}
    >
      {blocks.map((block) => (
        <BlockInHtml block={block} />
      ))}
    </EmailFrame>,
  )
}

const signatureOf = ({ signature }: Sender) =>
  signature ? (
    <EmailText>
      {signature.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </EmailText>
  ) : null

const BlockInHtml = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'text':
      return <EmailText>{drawn(block.text)}</EmailText>
    case 'list':
      return <EmailList title={block.title} items={block.items.map(drawn)} numbered={block.numbered} />
    case 'book':
      return <EmailSpread pages={block.pages} />
    case 'choices':
      return <EmailChoices choices={block.choices} />
    case 'picture':
      return <EmailPicture {...block} below={block.below.map(drawn)} />
    case 'article':
      return (
        <EmailArticle {...block} {...block.title} title={block.title.text}>
          {block.picture ? <EmailPicture {...block.picture} below={block.picture.below.map(drawn)} /> : null}
        </EmailArticle>
      )
    case 'prose':
      return <EmailProse {...block} />
  }
}

function drawn(said: Said): Child {
  if (typeof said === 'string') return said
  const { text, lang, dir, link } = said
  const words = lang === undefined && dir === undefined ? text : <span {...{ lang, dir }}>{text}</span>
  return link ? (
    <>
      {words} <EmailLink {...link} />
    </>
  ) : (
    words
  )
}
