import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Footer } from './footer.tsx'
import type { Frame, Link } from './frame.ts'
import { Masthead, OfficeMasthead, OfficeNav } from './masthead.tsx'
import { Notice } from './notice.tsx'

type PageProps = {
  frame: Frame
  /** The one `h1`, and with the site's name the title of the window. */
  title: string
  /** One sentence under the title: what this page is for. */
  lead?: Child
  /** A word above the title, for instance the round. */
  kicker?: Child
  /** Takes the place of title and lead; must hold the page's one `h1`. */
  heading?: Child
  /** Further elements of `<head>`: description, canonical address, feeds, citation. */
  head?: Child
  /** Says in the window's title that the form came back, for instance "Error". */
  titlePrefix?: string
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
          <Flash frame={frame} />
          <Heading {...props} />
          {children}
        </main>
        <Footer frame={frame} />
      </body>
    </Document>
  )
}

/** A page of the office. `actions` stand beside the title, `crumbs` lead back to the office's front page. */
export const OfficePage = (props: PageProps & { crumbs?: Link[]; actions?: Child }) => {
  const { frame, crumbs = [], actions, children, title } = props
  return (
    <Document {...props} office>
      <body class="office">
        <SkipLink frame={frame} />
        <OfficeMasthead frame={frame} />
        <div class="desk">
          <OfficeNav frame={frame} />
          <main id="main" class="main" tabindex={-1}>
            <Breadcrumbs label={frame.words.breadcrumbs} crumbs={crumbs} current={title} />
            <Flash frame={frame} />
            <div class="title-row">
              <Heading {...props} />
              {actions ? <div class="actions">{actions}</div> : null}
            </div>
            {children}
          </main>
        </div>
        <Footer frame={frame} />
      </body>
    </Document>
  )
}

const Document = (props: PageProps & { office?: boolean }) => {
  const { frame, title, titlePrefix, head, office = false, children } = props
  const { assets, site } = frame
  const name = title === site.name ? title : `${title} · ${site.name}`
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.locale} dir={frame.dir} data-theme={frame.theme === 'auto' ? undefined : frame.theme}>
        <head>
          <meta charset="utf-8" />
          <title>{titlePrefix ? `${titlePrefix}: ${name}` : name}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={frame.theme === 'auto' ? 'light dark' : frame.theme} />
          <link rel="stylesheet" href={assets.css} />
          {office && assets.officeCss ? <link rel="stylesheet" href={assets.officeCss} /> : null}
          <link rel="icon" type="image/svg+xml" href={assets.icon} />
          {assets.js ? <script type="module" src={assets.js} /> : null}
          {office && assets.officeJs ? <script type="module" src={assets.officeJs} /> : null}
          {head}
        </head>
        {children}
      </html>
    </>
  )
}

const SkipLink = ({ frame }: { frame: Frame }) => (
  <a class="skip" href="#main">
    {frame.words.skip}
  </a>
)

const Flash = ({ frame }: { frame: Frame }) =>
  frame.flash ? (
    <Notice tone={frame.flash.tone} live>
      {frame.flash.text}
    </Notice>
  ) : null

const Heading = ({ heading, kicker, title, lead }: PageProps) => {
  if (heading) return <>{heading}</>
  return (
    <header class="heading">
      {kicker ? <p class="kicker">{kicker}</p> : null}
      <h1>{title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
    </header>
  )
}
