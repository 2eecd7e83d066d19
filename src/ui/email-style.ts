import { createContext } from 'hono/jsx'

/** Colours of links and buttons, by day and at night, as #rrggbb. */
export type Accent = { link: string; nightLink: string; nightButton: string }

/** As in `public/css/tokens.css`; hex instead of OKLCH, which many mail programs do not know. */
const leaf: Accent = { link: '#1d5b3c', nightLink: '#93cfab', nightButton: '#2f734d' }

const ink = {
  paper: '#faf7f0',
  page: '#fffdf8',
  ink: '#26231e',
  quiet: '#5d574d',
  line: '#d9d2c4',
} as const

const serif = "'Iowan Old Style','Palatino Linotype','URW Palladio L',P052,Georgia,serif"
const sans = "Seravek,'Gill Sans Nova',Ubuntu,Calibri,'DejaVu Sans',sans-serif"

/** Styles of mails, written into each element because many mail programs drop style sheets. */
export const styleOf = ({ link, nightLink, nightButton }: Accent = leaf) => ({
  body: `margin:0;padding:0;background:${ink.paper};color:${ink.ink}`,
  preview: 'display:none;max-height:0;overflow:hidden;mso-hide:all',
  sheet: `border-collapse:collapse;background:${ink.paper}`,
  column: `border-collapse:collapse;max-width:600px;margin:0 auto;font:17px/1.55 ${serif};color:${ink.ink};overflow-wrap:anywhere`,
  masthead: 'padding:0 0 16px',
  brand: `color:${link};font:bold 16px/1.4 ${sans};text-decoration:none`,
  opening: 'padding:0 0 8px',
  heading: `margin:0 0 8px;font:bold 26px/1.25 ${serif};color:${ink.ink}`,
  why: `margin:0;font:15px/1.5 ${sans};color:${ink.quiet}`,
  content: 'padding:8px 0 24px',
  footer: `padding:16px 0 0;border-top:1px solid ${ink.line};font:14px/1.5 ${sans};color:${ink.quiet}`,
  quietLink: `color:${ink.quiet};text-decoration:underline`,
  buttonCell: `background:${link};border-radius:2px`,
  button: `display:inline-block;padding:12px 20px;color:#ffffff;font:bold 16px/1.25 ${sans};text-decoration:none`,
  below: `margin:12px 0 0;font:14px/1.5 ${sans};color:${ink.quiet}`,
  address: `color:${ink.quiet};word-break:break-all`,
  text: 'margin:0 0 16px',
  subheading: `margin:24px 0 8px;font:bold 19px/1.3 ${serif};color:${ink.ink}`,
  article: `margin:0 0 24px;padding:20px 0 0;border-top:1px solid ${ink.line}`,
  articleTitle: `margin:0 0 4px;font:bold 21px/1.3 ${serif};color:${ink.ink}`,
  list: 'margin:0 0 16px;padding-inline-start:24px',
  fact: 'padding:4px 0',
  term: `margin:0;font:14px/1.4 ${sans};color:${ink.quiet}`,
  book: `border-collapse:collapse;border:1px solid ${ink.line};background:${ink.page}`,
  page: 'padding:20px;vertical-align:top',
  nextPage: `padding:20px;vertical-align:top;border-inline-start:1px solid ${ink.line}`,
  name: `margin:0;font:bold 20px/1.3 ${serif}`,
  under: `margin:0 0 12px;font:14px/1.4 ${sans};color:${ink.quiet}`,
  words: 'margin:0 0 12px;font-style:italic',
  inText: `color:${link}`,
  /** For mail programs that read a style sheet: upright Arabic, pages under each other on a phone, dark colours. */
  mediaSheet: [
    '[dir=rtl] .words,.words[dir=rtl],.words:lang(zh){font-style:normal!important}',
    // Its own fonts first: marks such as “ ” are as wide as a letter in them.
    `:lang(zh){font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif!important}`,
    '@media(max-width:480px){.leaf-page{display:block!important;width:auto!important;border-inline-start:0!important}',
    '.leaf-page+.leaf-page{border-top:1px solid #d9d2c4!important}}',
    '@media(prefers-color-scheme:dark){',
    '.paper{background:#1a1815!important}.page{background:#211f1b!important}',
    '.ink{color:#ece7dc!important}.quiet{color:#b5aea1!important}.line{border-color:#45413a!important}',
    `.leaf{color:${nightLink}!important}.button{background:${nightButton}!important}`,
    '.leaf-page+.leaf-page{border-color:#45413a!important}}',
  ].join(''),
})

/** Those of the email that is being drawn. */
export const Style = createContext(styleOf())
