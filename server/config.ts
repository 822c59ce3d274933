// Reads the environment once; everything else receives values. A wrong variable gets a sentence, not a stack.
import { resolve } from 'node:path'
import process from 'node:process'
import { z } from 'zod'

export type Config = {
  /** 0 takes a free one. */
  port: number
  /** null listens on every address, IPv4 and IPv6, so that phones in the same network can join. */
  host: string | null
  /** Absolute path of the folder that everything is kept in. */
  dataDir: string
  /** Origin under which browsers reach us; null: what each request says (its Host, behind a trusted proxy X-Forwarded-*). */
  publicUrl: string | null
  /** Origins besides our own whose pages may open sockets and send requests. */
  allowedOrigins: string[]
  /** Value of the CSP directive, for meeting clients that show us in a frame. */
  frameAncestors: string[]
  logLevel: LogLevel
  /** How many proxies stand before us and may say who is asking; 0: none is believed. */
  trustProxy: number
  /** 32 bytes that invitations are sealed under; null: kept in a file in `dataDir`. */
  serverKey: Buffer | null
  tldrawLicenseKey: string | null
  /** Hosts that webhooks may reach at private addresses and by plain http. */
  webhookTrustedHosts: string[]
  /** Days without anybody after which a workshop is deleted; null: kept until somebody deletes it. */
  retentionDays: number | null
  /** npm stands between us and whoever sends signals. */
  isRunByNpm: boolean
}

const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
type LogLevel = z.infer<typeof LogLevel>

const origin = (name: string) =>
  z.string().transform((value, context) => {
    const url = URL.parse(value)
    if (
      url &&
      /^https?:$/.test(url.protocol) &&
      /^\/?$/.test(url.pathname) &&
      !url.search &&
      !url.hash &&
      !url.username
    )
      return url.origin
    const hint = 'give scheme and host, and a port if need be, like https://runde.example.org.'
    context.addIssue(`${name} must hold web addresses without a path, not ${JSON.stringify(value)}; ${hint}`)
    return z.NEVER
  })

const list = (value: string) => value.split(/[\s,]+/).filter((entry) => entry !== '')

const Environment = z.object({
  PORT: z.coerce
    .number('PORT must be a whole number from 0 to 65535, like 3000; 0 takes a free port.')
    .int('PORT must be a whole number from 0 to 65535, like 3000; 0 takes a free port.')
    .min(0, 'PORT must be a whole number from 0 to 65535, like 3000; 0 takes a free port.')
    .max(65_535, 'PORT must be a whole number from 0 to 65535, like 3000; 0 takes a free port.')
    .default(3000),
  HOST: z
    .string()
    .regex(
      /^[^\s/]+$/,
      'HOST must be one name or address to listen on, like 127.0.0.1; unset it to listen on all.',
    )
    .nullable()
    .default(null),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: origin('PUBLIC_URL').nullable().default(null),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform(list)
    .pipe(z.array(origin('ALLOWED_ORIGINS'))),
  FRAME_ANCESTORS: z
    .string()
    .default("'none'")
    .transform(list)
    .pipe(
      z.array(
        z
          .string()
          .regex(
            /^('none'|'self'|(https?:\/\/)?[a-z0-9.*-]+(:[0-9*]+)?|https?:)$/i,
            `FRAME_ANCESTORS must hold addresses of pages that may show Runde in a frame, like "'self' https://meet.example.org"; unset it to allow none.`,
          ),
      ),
    ),
  LOG_LEVEL: z
    .enum(LogLevel.options, `LOG_LEVEL must be one of ${LogLevel.options.join(', ')}.`)
    .default('info'),
  TRUST_PROXY: z
    .string()
    .default('0')
    .transform((value) => value.replace(/^true$/, '1').replace(/^false$/, '0'))
    .pipe(
      z
        .string()
        .regex(
          /^\d$/,
          'TRUST_PROXY must be true, false, or how many proxies stand before the server, 0 to 9.',
        )
        .transform(Number),
    ),
  SERVER_KEY: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/i,
      'SERVER_KEY must be 64 hexadecimal digits; make one with "openssl rand -hex 32", or unset it to have one kept in DATA_DIR.',
    )
    .transform((hex) => Buffer.from(hex, 'hex'))
    .nullable()
    .default(null),
  WEBHOOK_TRUSTED_HOSTS: z
    .string()
    .default('')
    .transform(list)
    .pipe(
      z.array(
        z
          .string()
          .toLowerCase()
          .regex(
            /^[^\s/:@]+$/,
            'WEBHOOK_TRUSTED_HOSTS must hold host names without scheme or port, like n8n.intern; unset it to trust none.',
          ),
      ),
    ),
  TLDRAW_LICENSE_KEY: z.string().nullable().default(null),
  RETENTION_DAYS: z
    .string()
    .regex(
      /^(never|[1-9]\d{0,3})$/,
      'RETENTION_DAYS must be how many days without anybody a workshop is kept, from 1 to 9999, or "never" to keep it until somebody deletes it.',
    )
    .transform((days) => (days === 'never' ? null : Number(days)))
    .default(90),
  npm_lifecycle_event: z.string().optional(),
})

export type ConfigAnswer = { ok: true; config: Config } | { ok: false; problems: string[] }

/** An empty variable counts as unset; variables that are not ours are nobody's business here. */
export function readConfig(environment: Record<string, string | undefined> = process.env): ConfigAnswer {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(set)
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(({ message }) => message) }
  const { data } = parsed
  return {
    ok: true,
    config: {
      port: data.PORT,
      host: data.HOST,
      dataDir: resolve(data.DATA_DIR),
      publicUrl: data.PUBLIC_URL,
      allowedOrigins: data.ALLOWED_ORIGINS,
      frameAncestors: data.FRAME_ANCESTORS,
      logLevel: data.LOG_LEVEL,
      trustProxy: data.TRUST_PROXY,
      serverKey: data.SERVER_KEY,
      webhookTrustedHosts: data.WEBHOOK_TRUSTED_HOSTS,
      tldrawLicenseKey: data.TLDRAW_LICENSE_KEY,
      retentionDays: data.RETENTION_DAYS,
      isRunByNpm: data.npm_lifecycle_event === 'start' || data.npm_lifecycle_event === 'demo',
    },
  }
}

/** The folder that somebody called npm in: it runs its scripts in that of the project. */
export const startedIn = (): string => process.env.INIT_CWD ?? process.cwd()

/** For another process of ours: this environment, and `defaults` for what it leaves unset. */
export const environmentWith = (defaults: Record<string, string>): Record<string, string | undefined> => {
  const set = Object.entries(process.env).filter(([, value]) => value?.trim())
  return { ...process.env, ...defaults, ...Object.fromEntries(set) }
}

/**
 * Under `node --watch`, worker threads report every module they load on their own message port, among our messages.
 * `npm run dev` names the folders to watch, so nobody needs the reports; a worker takes its environment from here.
 */
export function silenceWatchReports(): void {
  delete process.env.WATCH_REPORT_DEPENDENCIES
}
