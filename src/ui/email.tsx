import { raw } from 'hono/html'
import { type Child, useContext } from 'hono/jsx'
import { ButtonRow } from './email-parts.tsx'
import { type Accent, Style, styleOf } from './email-style.ts'
import type { Direction, Link } from './frame.ts'

type EmailFrameProps = {
  locale: string
  lang?: string
  dir: Direction
  subject: string
  /** What the inbox shows after the subject; the first line otherwise. */
  preview?: string
  /** Who writes. */
  site: { name: string; href: string; postal?: string; accent?: Accent }
  heading: Child
  greeting?: Child
  /** Why this email came to this person. */
  why: Child
  /** The one thing to do; its address is printed below for those whose mail shows no buttons. */
  button?: Link & { below: string }
  /** After the button, for instance the signature. */
  closing?: Child
  /** Who writes, how to stop such mails, and where to see what is kept of their reader. */
  footer: { text: Child; stop?: Link & { text?: string }; own?: Link }
  children?: Child
}

/**
 * The HTML part of a mail: one column of at most 600 px that needs no picture, in light and dark.
 * All addresses are absolute. `letter` draws it, and the text part from the same blocks.
 */
export const EmailFrame = (props: EmailFrameProps) => {
  const { locale, lang = locale, dir, site, footer, button } = props
  const style = styleOf(site.accent)
  return (
    <Style.Provider value={style}>
      {raw('<!doctype html>')}
      <html lang={lang} dir={dir}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{props.subject}</title>
          <style>{raw(style.mediaSheet)}</style>
        </head>
        <body class="paper" style={style.body}>
          {props.preview ? <div style={style.preview}>{props.preview}</div> : null}
          <table role="presentation" class="paper" style={style.sheet} width="100%">
            <tr>
              <td align="center" style="padding:24px 16px">
                <table role="presentation" dir={dir} style={style.column} width="100%">
                  <Row css={style.masthead}>
                    <a href={site.href} class="leaf" style={style.brand}>
                      {site.name}
                    </a>
                  </Row>
                  <Row css={style.opening}>
                    <h1 class="ink" style={style.heading}>
                      {props.heading}
                    </h1>
                    {props.greeting ? <p style={style.text}>{props.greeting}</p> : null}
                    <p class="quiet" style={style.why}>
                      {props.why}
                    </p>
                  </Row>
                  <Row css={style.content}>
                    {props.children}
                    {button ? <EmailButton {...button} /> : null}
                    {props.closing}
                  </Row>
                  <Row css={style.footer} class="quiet line">
                    {footer.text}
                    <Stop stop={footer.stop} />
                    <Stop stop={footer.own} />
                    {site.postal ? <p style="margin:8px 0 0">{site.postal}</p> : null}
                  </Row>
                </table>
              </td>
            </tr>
          </table>
        </body>
      </html>
    </Style.Provider>
  )
}

const Row = (props: { css: string; class?: string; children: Child }) => (
  <tr>
    <td class={props.class ?? 'ink'} style={props.css}>
      {props.children}
    </td>
  </tr>
)

const Stop = ({ stop }: { stop: (Link & { text?: string }) | undefined }) => {
  const style = useContext(Style)
  if (!stop) return null
  return (
    <p style="margin:8px 0 0">
      {stop.text ? `${stop.text} ` : ''}
      <a href={stop.href} class="quiet" style={style.quietLink}>
        {stop.label}
      </a>
    </p>
  )
}

const EmailButton = ({ href, label, below }: Link & { below: string }) => {
  const style = useContext(Style)
  return (
    <div style="margin:24px 0">
      <table role="presentation" style="border-spacing:0">
        <ButtonRow href={href} label={label} cell={style.buttonCell} />
      </table>
      <p class="quiet" style={style.below}>
        {below}
        <br />
        <a href={href} class="quiet" style={style.address} dir="ltr">
          {href}
        </a>
      </p>
    </div>
  )
}
