import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Footer } from './footer.tsx'
import { ErrorSummary, type FormError } from './form.tsx'
import { Kept } from './form-context.ts'
import type { Frame, Link } from './frame.ts'
import { Disclosure } from './guidance.tsx'
import { Joins } from './joining.tsx'
import { Masthead, OfficeMasthead, OfficeNav } from './masthead.tsx'
import { Notice } from './notice.tsx'
import { SessionEnd } from './session-end.tsx'

type PageProps = {
  frame: Frame
  /** The one `h1`, and with the site's name the title of the window. */
  title: string
  /** Whether the title is what somebody wrote, in whatever language: then it is directed by itself. */
  isOwnTitle?: boolean
  /** One sentence under the title: what this page is for. */
  lead?: Child
  /** A word above the title, for instance the round. */
  kicker?: Child
  /** Takes the place of title and lead; must hold the page's one `h1`. */
  heading?: Child
  /** Further elements of `<head>`: description, canonical address, feeds, citation. */
  head?: Child
  /** Search engines are to leave this page out. */
  isUnlisted?: boolean
  /** What is wrong with a form that came back: said on top of the page and in the window's title. */
  faults?: readonly FormError[]
  /** Which part of a long list this is, for the window's title: "Page 2 of 14". */
  part?: string
  children?: Child
}

/** A page for readers and participants. `width` is the measure of the main column. */
export const Page = (props: PageProps & { width?: 'text' | 'wide' }) => {
  const { frame, children } = props
  return (
    <Document {...props}>
      <body class="public">
        <SkipLink frame={frame} />
        <Masthead frame={frame} />
        <main id="main" class={`main ${props.width ?? 'text'}`} tabindex={-1}>
          <News {...props} />
          <Heading {...props} />
          {children}
        </main>
        <SessionEnd session={frame.session} />
        <Footer frame={frame} />
      </body>
    </Document>
  )
}

type OfficeProps = PageProps & {
  crumbs?: Link[]
  actions?: Child
  /** Longer than a screen: its acts stand at its end as well. */
  isLong?: boolean
}

/** A page of the office. `actions` stand beside the title, `crumbs` lead back to the office's front page. */
export const OfficePage = (props: OfficeProps) => {
  const { frame, crumbs = [], actions, children, title } = props
  return (
    <Document {...props} office>
      <body class="office">
        <SkipLink frame={frame} />
        <OfficeMasthead frame={frame} />
        <div class="desk">
          <OfficeNav frame={frame} />
          <main id="main" class="main" tabindex={-1}>
            <div class="above">
              <Breadcrumbs label={frame.words.breadcrumbs} crumbs={crumbs} current={title} />
              {frame.office.help ? <a href={frame.office.help.href}>{frame.office.help.label}</a> : null}
            </div>
            <News {...props} />
            <div class="title-row">
              <Heading {...props} />
              {actions ? <div class="actions">{actions}</div> : null}
            </div>
            {children}
            {actions && props.isLong ? <div class="actions">{actions}</div> : null}
          </main>
        </div>
        <SessionEnd session={frame.session} />
        <Footer frame={frame} />
      </body>
    </Document>
  )
}

const Document = (props: PageProps & { crumbs?: Link[]; office?: boolean }) => {
  const { frame, head, office = false, children } = props
  const { assets } = frame
  return (
    <Joins.Provider value={frame.words}>
      <Kept.Provider value={frame.kept}>
        {raw('<!doctype html>')}
        <html lang={frame.lang} dir={frame.dir} data-theme={frame.theme === 'auto' ? undefined : frame.theme}>
          <head>
            <meta charset="utf-8" />
            <title>{windowTitle(props)}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
            {frame.site.isUnlisted || props.isUnlisted ? <meta name="robots" content="noindex" /> : null}
            <link rel="stylesheet" href={assets.css} />
            {office && assets.officeCss ? <link rel="stylesheet" href={assets.officeCss} /> : null}
            {assets.accentCss ? <link rel="stylesheet" href={assets.accentCss} /> : null}
            <link rel="icon" type={assets.icon.type} href={assets.icon.href} />
            {assets.js ? <script type="module" src={assets.js} /> : null}
            {office && assets.officeJs ? <script type="module" src={assets.officeJs} /> : null}
            {frame.isForWriting ? <Editor frame={frame} /> : null}
            {head}
          </head>
          {children}
        </html>
      </Kept.Provider>
    </Joins.Provider>
  )
}

/** Formatted text over every field that holds Markdown. Its sentences are data, which no policy forbids. */
const Editor = ({ frame: { assets, editor } }: { frame: Frame }) => (
  <>
    {assets.editorCss ? <link rel="stylesheet" href={assets.editorCss} /> : null}
    {assets.editorJs ? <script type="module" src={assets.editorJs} /> : null}
    <script type="application/json" id="editor-words">
      {raw(JSON.stringify(editor?.() ?? {}).replaceAll('<', '\\u003c'))}
    </script>
  </>
)

/** From what is new to what is known: what happened or is wrong, the page, its part, the way back up, the site. */
function windowTitle({ frame, title, part, crumbs = [], faults = [] }: PageProps & { crumbs?: Link[] }) {
  const { site, words } = frame
  const isWrong = faults.length > 0
  const text = frame.flash?.()?.text
  const happened = !isWrong && typeof text === 'string' ? text : undefined
  const above = crumbs.slice(1).map(({ label }) => label)
  const parts = [happened, title, part, ...above.toReversed(), site.name]
  const name = [...new Set(parts.filter(Boolean))].join(' · ')
  return isWrong ? words.labelled(words.error, name) : name
}

const SkipLink = ({ frame }: { frame: Frame }) => (
  <a class="skip" href="#main">
    {frame.words.skip}
  </a>
)

/** What the reader should know first. A script moves the focus here, so that it is spoken. */
const News = ({ frame, faults = [] }: PageProps) => {
  const flash = frame.flash?.()
  return (
    <>
      {faults.length > 0 ? <ErrorSummary title={frame.words.faults(faults.length)} errors={faults} /> : null}
      {frame.kept ? <KeptNotice kept={frame.kept} /> : null}
      {flash ? (
        <Notice tone={flash.tone} isNews>
          {flash.text}
        </Notice>
      ) : null}
    </>
  )
}

/** What was typed stands in its form again; the copy is for a form that is not there any more. */
const KeptNotice = ({ kept }: { kept: NonNullable<Frame['kept']> }) => (
  <Notice tone="warning" title={kept.title} isNews>
    <p>
      {kept.text} <a href="#kept">{kept.link}</a>
    </p>
    {Object.keys(kept.typed).length === 0 ? null : (
      <Disclosure summary={kept.copy}>
        {Object.values(kept.typed).map((typed) => (
          <p class="copy" dir="auto" lang="">
            {[typed].flat().join(', ')}
          </p>
        ))}
      </Disclosure>
    )}
  </Notice>
)

const Heading = ({ heading, kicker, title, isOwnTitle, lead }: PageProps) => {
  if (heading) return <>{heading}</>
  return (
    <header class="heading">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{isOwnTitle ? <bdi>{title}</bdi> : title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
    </header>
  )
}
