import type { Context } from 'hono'
import {
  didDocument,
  didOf,
  signDocument,
  statusList,
  statusListLength,
} from '../../../platform/credentials/index.ts'
import { keeper } from '../../../platform/kept.ts'
import { networkIn } from '../../../platform/network/index.ts'
import { Misdirected, NotFound } from '../../../platform/refusals.ts'
import { type Env, router } from '../../people/index.ts'
import { roundById } from '../../rounds/index.ts'
import { ownDid, signerFor } from '../actions/keys.ts'
import { codeTyped } from '../certificate.ts'
import { paperFor } from '../emails/paper.ts'
import { CheckPage, TypeCodePage } from '../pages/check.tsx'
import { certificatePath, checkPath, didPath, statusPath } from '../paths.ts'
import { certificateByCode, keysOf, pdfBytes, withdrawnNumbers } from '../queries/certificates.ts'

/** What anyone can check: a certificate by its code, who signs badges, and which were withdrawn. */
export const publicRoutes = router()

publicRoutes.get(checkPath, async (c) => {
  const typed = c.req.query('code') ?? ''
  const code = codeTyped(typed)
  if (code && (await isKnown(c, code))) return c.redirect(certificatePath(code), 303)
  return c.html(<TypeCodePage frame={c.var.frame} typed={typed} />, typed === '' ? 200 : 404)
})

async function isKnown(c: Context<Env>, code: string): Promise<boolean> {
  const row = await c.var.app.db
    .selectFrom('certificate')
    .where('code', '=', code)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** @throws NotFound `no-such-certificate` */
const codeOf = (c: Context<Env>): string => {
  c.header('Referrer-Policy', 'no-referrer')
  const code = codeTyped(c.req.param('code') ?? '')
  if (code === null) throw new NotFound('no-such-certificate')
  return code
}

publicRoutes.get(`${checkPath}/:code`, async (c) => {
  const { app, frame } = c.var
  const certificate = await certificateByCode(app.db, codeOf(c))
  const round = await roundById(app.db, certificate.roundId)
  const paper = paperFor(certificate, round, await networkIn(app, app.db))
  return c.html(<CheckPage {...{ frame, certificate, round, paper }} />)
})

publicRoutes.get(`${checkPath}/:code/certificate.pdf`, async (c) => {
  const code = codeOf(c)
  const pdf = await pdfBytes(c.var.app.db, code)
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `inline; filename="certificate-${code}.pdf"`)
  return c.body(new Uint8Array(pdf))
})

/**
 * The name under which the network signs or has signed at the host that was asked: where it was before it moved, it still
 * answers for what it signed there.
 *
 * @throws Misdirected `wrong-host` for a host at which it never was
 */
async function didAsked(c: Context<Env>): Promise<string> {
  const { app } = c.var
  const did = didOf(c.req.header('Host') ?? new URL(app.origin).host)
  if (did === ownDid(app)) return did
  const known = await app.db.selectFrom('signingKey').where('did', '=', did).select('id').executeTakeFirst()
  if (!known) throw new Misdirected('wrong-host')
  return did
}

publicRoutes.get(didPath, async (c) => {
  const did = await didAsked(c)
  const keys = await keysOf(c.var.app.db, did)
  c.header('Content-Type', 'application/did+json; charset=utf-8')
  c.header('Cache-Control', 'public, max-age=300')
  return c.body(
    JSON.stringify(
      didDocument(
        did,
        keys.map(({ publicKey }) => publicKey),
      ),
    ),
  )
})

/** Signing costs some milliseconds, and a list changes only when something is withdrawn. */
const keptLists = keeper<object>(20)

publicRoutes.get('/credentials/status/:number', async (c) => {
  const { app } = c.var
  const did = await didAsked(c)
  const number = Number(c.req.param('number'))
  const { numbers, at } = await withdrawnNumbers(app.db)
  const last = await app.db
    .selectFrom('certificate')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  const lists = Math.floor((last?.number ?? 0) / statusListLength) + 1
  if (!/^\d{1,6}$/.test(c.req.param('number')) || number < 1 || number > lists)
    throw new NotFound('not-found')
  const from = (number - 1) * statusListLength
  const withdrawn = numbers
    .filter((one) => one >= from && one < from + statusListLength)
    .map((one) => one - from)
  const { protocol } = new URL(app.origin)
  const address = `${protocol}//${decodeURIComponent(did.slice('did:web:'.length))}${statusPath(number)}`
  const version = `${withdrawn.length} ${at?.toISOString()}`
  const signed = await keptLists(app.db, { key: address, version }, () =>
    app.db.transaction().execute(async (tx) => {
      const signer = await signerFor(app, tx, did)
      return signDocument(statusList(address, { issuer: did, withdrawn, at: at ?? app.now() }), signer)
    }),
  )
  c.header('Content-Type', 'application/vc+ld+json; charset=utf-8')
  c.header('Cache-Control', 'public, max-age=300')
  return c.body(JSON.stringify(signed))
})
