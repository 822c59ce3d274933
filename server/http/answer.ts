// What a route answers, as a value; `serve` puts it on the wire and ends the promise by hand.
import type { CookieOptions, Request, RequestHandler, Response } from 'express'
import type { ApiError } from '#shared/access/api.ts'

export type Answer = {
  status: number
  /** An object is sent as JSON; bytes and text as `type` says. */
  body?: object | Uint8Array | string
  /** Media type of bytes and text. */
  type?: string
  headers?: Record<string, string>
  /** `value` null takes the cookie away. */
  cookie?: { name: string; value: string | null; options: CookieOptions }
}

/** An expected no: `status` for HTTP, `code` for programs, `message` for the person. */
export type ApiRefusal = { ok: false; status: number; code: string; message: string }
export type Outcome<Value> = { ok: true; value: Value } | ApiRefusal

export const done = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })
export const refuse = (status: number, code: string, message: string): ApiRefusal => ({
  ok: false,
  status,
  code,
  message,
})

export const refusalAnswer = ({ status, code, message }: ApiRefusal): Answer => ({
  status,
  body: { error: { code, message } } satisfies ApiError,
})

/** The value as JSON, or the refusal. */
export const answerWith = (outcome: Outcome<object>, status = 200): Answer =>
  outcome.ok ? { status, body: outcome.value } : refusalAnswer(outcome)

/** Makes an express handler of a function that answers; whatever it throws is reported as a bug. */
export function serve(handle: (request: Request) => Promise<Answer>): RequestHandler {
  return (request, response, next) => {
    handle(request)
      .then((answer) => send(response, answer))
      .catch(next)
  }
}

export function send(response: Response, { status, body, type, headers = {}, cookie }: Answer): void {
  response.status(status).set(headers)
  if (cookie) {
    const { name, value, options } = cookie
    if (value === null) response.clearCookie(name, options)
    else response.cookie(name, value, options)
  }
  if (type) response.type(type)
  if (body === undefined) response.end()
  else if (body instanceof Uint8Array) response.end(body)
  else response.send(body)
}
