// Fetches from our own server and parses what comes back; everything that can go wrong arrives as one kind of error.
import type { z } from 'zod'
import { seatToken } from '#client/ui/seat-token.ts'
import { ApiError, Ticket, ticketProtocolPrefix } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** `unreachable`: no answer came. `unreadable`: one came, and not from our server. Else the server's own code. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number

  constructor(code: string, message: string, status: number) {
    super(message)
    this.code = code
    this.status = status
  }
}

type Request = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON, a file as it is. */
  body?: unknown
  signal?: AbortSignal
}

/** Asks `path` (from `/api`) and parses the answer with `schema`. Throws `ApiFailure`. */
export async function ask<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  request: Request = {},
): Promise<z.output<Schema>> {
  return readAnswer(schema, await send(path, request))
}

/** As `ask`, for `/api/workshops/<id><path>`, as the person who sits there in `role` (null: whoever this browser is). */
export async function askWorkshop<Schema extends z.ZodType>(
  schema: Schema,
  { workshopId, role }: { workshopId: WorkshopId; role: LinkKind | null },
  path: string,
  request: Request = {},
): Promise<z.output<Schema>> {
  return readAnswer(schema, await sendToWorkshop({ workshopId, role }, path, request))
}

/** The bare response, for what is no JSON (board states, downloads). Throws `ApiFailure` unless the status is 2xx. */
export function sendToWorkshop(
  { workshopId, role }: { workshopId: WorkshopId; role: LinkKind | null },
  path: string,
  request: Request = {},
): Promise<Response> {
  const token = role ? seatToken(workshopId, role) : null
  const query = role ? `?seat=${role}` : ''
  return send(`/workshops/${workshopId}${path}${query}`, request, token)
}

/**
 * Subprotocols for a socket of this seat: none where the cookie will do, else a fresh ticket (single use, 30 s), so ask
 * again for each attempt. `stock` are the protocols the socket's own server expects beside it. Throws `ApiFailure`.
 */
export async function socketProtocols(
  seat: { workshopId: WorkshopId; role: LinkKind },
  stock: readonly string[] = [],
): Promise<string[]> {
  if (!seatToken(seat.workshopId, seat.role)) return [...stock]
  const { ticket } = await askWorkshop(Ticket, seat, '/ticket', { method: 'POST' })
  return [...stock, `${ticketProtocolPrefix}${ticket}`]
}

async function send(path: string, { method = 'GET', body, signal }: Request, token: string | null = null) {
  const headers: Record<string, string> = { accept: 'application/json' }
  const isFile = body instanceof Blob
  if (body !== undefined) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json'
  if (token) headers.authorization = `Bearer ${token}`
  const response = await fetch(`/api${path}`, {
    method,
    headers,
    body: isFile ? body : body === undefined ? null : JSON.stringify(body),
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new ApiFailure('unreachable', 'The server did not answer.', 0)
  })
  if (!response.ok) throw await failure(response)
  return response
}

/** What a bare response carries, which can break off after its head has come. Throws `ApiFailure`. */
export function wholeBody<Content>(content: Promise<Content>): Promise<Content> {
  return content.catch(brokenOff)
}

function brokenOff(cause: unknown): never {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause // called off by whoever asked
  throw new ApiFailure('unreachable', 'The answer of the server broke off.', 0)
}

/** What is no JSON at all is left to the schema, which refuses it. */
const readJson = (response: Response): Promise<unknown> =>
  response.json().catch((cause: unknown) => (cause instanceof SyntaxError ? undefined : brokenOff(cause)))

/** Of a bare response. Throws `ApiFailure`. */
export async function readAnswer<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await readJson(response))
  if (parsed.success) return parsed.data
  throw new ApiFailure('unreadable', 'The answer is not what this page expects; reload it.', response.status)
}

async function failure(response: Response): Promise<ApiFailure> {
  const parsed = ApiError.safeParse(await response.json().catch(() => undefined))
  if (parsed.success)
    return new ApiFailure(parsed.data.error.code, parsed.data.error.message, response.status)
  return new ApiFailure(
    'unreadable',
    `The server answered with status ${response.status} and no reason.`,
    response.status,
  )
}
