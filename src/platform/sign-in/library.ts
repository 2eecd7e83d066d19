import { randomBytes } from 'node:crypto'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { symmetricDecrypt } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { BetterAuthPlugin } from 'better-auth/types'
import type { App } from '../app.ts'
import { newBackupCodes } from './backup-codes.ts'
import { cookieNames } from './cookies.ts'
import { hashedTokens } from './hashed-tokens.ts'
import { linkMinutes } from './limits.ts'

/** A session of the library's lasts as long as any of ours may; ours end earlier. */
const sessionSeconds = 90 * 24 * 60 * 60

/** The sign-in library, set up for a world. */
export type Library = ReturnType<typeof setUp>

/**
 * better-auth under our table names. Its own addresses are never mounted: our pages post forms to our
 * handlers, which call `api`.
 */
export function setUp(app: App) {
  const names = cookieNames(app.config.isDevelopment)
  return betterAuth({
    appName: new URL(app.origin).hostname,
    baseURL: app.origin,
    secret: app.config.secret,
    // Said twice: left out, the library would look for secrets in the environment, and make do with one it brings.
    secrets: [{ version: 1, value: app.config.secret }],
    database: hashedTokens(kyselyAdapter(app.db, { type: 'postgres' })),
    user: { modelName: 'account' },
    session: {
      fields: { userId: 'personId', token: 'tokenHash' },
      additionalFields: { lastSeenAt: { type: 'date', input: false } },
      expiresIn: sessionSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: { modelName: 'credential', fields: { userId: 'personId' } },
    verification: { storeIdentifier: 'hashed' },
    plugins: [links(), afterLink(secondFactor()), renewal],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = app.now()
            const token = randomBytes(32).toString('base64url')
            return { data: { ...session, token, createdAt: now, updatedAt: now, lastSeenAt: now } }
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      defaultCookieAttributes: { secure: !app.config.isDevelopment },
      cookies: {
        session_token: { name: names.session },
        two_factor: { name: names.waiting },
      },
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
}

const links = () =>
  magicLink({
    expiresIn: linkMinutes * 60,
    disableSignUp: true,
    storeToken: 'hashed',
    generateToken: () => randomBytes(32).toString('base64url'),
    sendMagicLink: ({ token, metadata }) => metadata?.hand(token),
  })

const secondFactor = () =>
  twoFactor({
    allowPasswordless: true,
    backupCodeOptions: { customBackupCodesGenerate: newBackupCodes },
    schema: {
      user: { fields: { twoFactorEnabled: 'secondFactorEnabled' } },
      twoFactor: {
        modelName: 'secondFactor',
        fields: { userId: 'personId', failedVerificationCount: 'failedCount' },
      },
    },
  })

/** A session goes on under a new token; the one before is of no more use. */
const renewal = {
  id: 'renewal',
  endpoints: {
    renewSession: createAuthEndpoint(
      '/renew-session',
      { method: 'POST', use: [sessionMiddleware] },
      async (ctx) => {
        const { session, user } = ctx.context.session
        const renewed = await ctx.context.internalAdapter.createSession(user.id, false, session)
        await setSessionCookie(ctx, { session: renewed, user })
        await ctx.context.internalAdapter.deleteSession(session.token)
        return ctx.json({ token: renewed.token })
      },
    ),
  },
} satisfies BetterAuthPlugin

/**
 * The library asks for a second factor after a password alone; here there are none, and it asks after a link.
 * No session is left until the code is right.
 */
function afterLink<Plugin extends ReturnType<typeof twoFactor>>(plugin: Plugin): Plugin {
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: ({ path }: { path?: string }) => path === '/magic-link/verify',
  }))
  return { ...plugin, hooks: { after } }
}

/** What it keeps encrypted. */
export async function decrypt(library: Library, encrypted: string): Promise<string> {
  const { secretConfig } = await library.$context
  return symmetricDecrypt({ key: secretConfig, data: encrypted })
}
