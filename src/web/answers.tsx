import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isAway, isHeldUp, isOutOfRoom } from '../db/index.ts'
import { type Env, textsToKeep, visitor } from '../features/people/index.ts'
import { typedIn } from '../platform/forms.ts'
import { networkBefore } from '../platform/network/index.ts'
import { pageBefore } from '../platform/paths.ts'
import { NoRoom, NotFound, Refusal, TooMany, Unavailable, WrongMethod } from '../platform/refusals.ts'
import { platformWords } from '../platform/say.ts'
import { StoreFails } from '../platform/store.ts'
import { sayRefusal } from '../platform/words.ts'
import { Button, Form, type Frame, type Link, Page } from '../ui/index.ts'
import type { Assets } from './assets.ts'
import { frameFor } from './frame.ts'
import { asBefore } from './kept-pages.ts'
import { methods } from './methods.ts'
import { countRefusal } from './metrics/index.ts'
import { isFromUs } from './origin.ts'
import { wishOf } from './wish.ts'

/** Turns whatever was thrown into an answer: a refusal in words, a fault with a number to quote. */
export function answerTo(error: unknown, c: Context<Env>, assets: Assets): Response | Promise<Response> {
  if (error instanceof Refusal) return refuse(c, assets, error)
  if (error instanceof HTTPException) return say(c, assets, error.status, undefined)
  const number = c.var.requestId
  c.var.app.log.error({ err: error, route: c.req.routePath }, 'fault')
  if (isAway(error)) {
    const before = asBefore(c)
    if (before) return before
    c.header('Retry-After', '10')
    return c.req.method === 'POST'
      ? answerInDoubt(c, assets)
      : say(c, assets, 503, (t) => t('unavailable.body'))
  }
  if (error instanceof StoreFails) return refuse(c, assets, new Unavailable('store-away'))
  if (isHeldUp(error)) return refuse(c, assets, new Unavailable('held-up'))
  if (isOutOfRoom(error)) return refuse(c, assets, new NoRoom('no-room'))
  return say(c, assets, 500, (t) => t('fault.body', { number }))
}

export const notFound = (c: Context<Env>, assets: Assets) => refuse(c, assets, new NotFound('not-found'))

/**
 * What was sent may have been saved: a database that goes away as it is told to save answers nothing. So nothing is done
 * over by itself. The form is on the page, for its sender to look and to send it again. Whatever another site sent is not.
 */
async function answerInDoubt(c: Context<Env>, assets: Assets): Promise<Response> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('Content-Type') ?? '')
  const mayKeep = isForm && isFromUs(c.req.raw.headers, c.var.app.origin)
  const fields = mayKeep ? textsToKeep(await typedIn(c).catch(() => ({}))) : null
  if (!fields || Object.keys(fields).length === 0) return say(c, assets, 503, (t) => t('unavailable.sent'))
  return say(c, assets, 503, (t) => t('unavailable.kept'), {
    again: { action: c.req.path + new URL(c.req.url).search, fields },
  })
}

function refuse(c: Context<Env>, assets: Assets, refusal: Refusal): Response | Promise<Response> {
  countRefusal(refusal.code)
  if (refusal instanceof TooMany || refusal instanceof Unavailable)
    c.header('Retry-After', String(refusal.retryAfterSeconds))
  if (refusal instanceof WrongMethod) c.header('Allow', methods.join(', '))
  return say(
    c,
    assets,
    refusal.status,
    (t, locale) => sayRefusal(locale, refusal.code, refusal.args) ?? t('refusal.not-found'),
    { on: waysOn(c, refusal.code), ...(refusal instanceof NoRoom && { titled: 'title.no-room' }) },
  )
}

type Say = (t: ReturnType<typeof platformWords>, locale: string) => string

function say(
  c: Context<Env>,
  assets: Assets,
  status: number,
  text: Say | undefined,
  { titled, again, on = () => [] }: { titled?: 'title.no-room'; again?: Again; on?: WaysOn } = {},
) {
  const frame = c.var.frame ?? plainFrame(c, assets)
  const t = platformWords(frame.locale)
  const title = t(titled ?? `title.${status as 500}`)
  c.status(status as 500)
  // The page that failed may have asked to be kept; what is said instead of it must not be.
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Answer
      frame={frame}
      title={title}
      text={text?.(t, frame.locale) ?? title}
      again={again && { ...again, label: t('unavailable.again') }}
      ways={[...on(frame.locale), ...wayBack(c, t), { href: '/', label: t('frame.home') }]}
    />,
  )
}

type WaysOn = (locale: string) => Link[]

/** Where features lead whoever was refused by a code. */
const waysOn =
  (c: Context<Env>, code: string): WaysOn =>
  (locale) =>
    (c.var.features ?? []).flatMap(({ afterRefusal }) =>
      afterRefusal?.codes.includes(code) ? [afterRefusal.way(locale)] : [],
    )

/** To the page of ours from which something was sent. */
function wayBack({ req }: Context<Env>, t: ReturnType<typeof platformWords>): Link[] {
  const page = req.method === 'GET' ? null : pageBefore(req.raw.headers, req.url)
  return page ? [{ href: page, label: t('frame.back') }] : []
}

/** A form that was sent, to be sent once more. */
type Again = { action: string; fields: Record<string, string | string[]> }

type AnswerProps = {
  frame: Frame
  title: string
  text: string
  again: (Again & { label: string }) | undefined
  ways: Link[]
}

const Answer = (props: AnswerProps) => (
  <Page frame={props.frame} title={props.title}>
    <p>{props.text}</p>
    {props.again ? <SendAgain {...props.again} /> : null}
    {props.ways.map(({ href, label }) => (
      <p>
        <a href={href}>{label}</a>
      </p>
    ))}
  </Page>
)

const SendAgain = ({ action, fields, label }: Again & { label: string }) => (
  <Form action={action}>
    {Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? (
        <input type="hidden" name={name} value={value} />
      ) : (
        value.map((one) => <input type="hidden" name={`${name}[]`} value={one} />)
      ),
    )}
    <Button kind="primary">{label}</Button>
  </Form>
)

/** For what fails before anyone was recognised: in the language and the colours that were chosen, which a cookie says. */
function plainFrame(c: Context<Env>, assets: Assets): Frame {
  const network = networkBefore(c.var.app)
  c.set('network', network)
  const { preference, asked } = wishOf(c, network.locales)
  return frameFor(c, assets, visitor(preference.locale ?? asked), preference)
}
