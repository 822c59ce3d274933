// Parses what came in with a request; what the schema refuses becomes one sentence.
import type { Request } from 'express'
import type { z } from 'zod'
import { done, type Outcome, refuse } from '#server/http/answer.ts'

export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
): Outcome<z.output<Schema>> {
  const body: unknown = request.body // express says any
  if (body === undefined)
    return refuse(415, 'not-json', 'The body must be JSON; send it with "Content-Type: application/json".')
  return parseWith(schema, body)
}

export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Outcome<z.output<Schema>> {
  const parsed = schema.safeParse(value)
  return parsed.success ? done(parsed.data) : refuse(400, 'invalid', sentence(parsed.error))
}

/** The first thing that is wrong, with the name of the field before it. */
function sentence(error: z.ZodError): string {
  const [issue] = error.issues.map(innermost)
  if (!issue) return 'The request is not as the interface describes it.'
  const field = issue.path.join('.') || 'The body'
  if (isMissing(issue)) return `${field} is missing.`
  if (issue.code === 'invalid_type') return `${field} must be a JSON ${issue.expected}.`
  if (issue.code === 'invalid_value') return `${field} must be one of ${issue.values.join(', ')}.`
  // The rest of what our schemas refuse has a sentence of its own.
  return `${field}: ${issue.message.replace(/\.?$/, '.')}`
}

/** Of the forms that a value may take, the one it fits best: where a given value is wrong, rather than where one is missing. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const given = issue.errors.map(([first]) => first).find((first) => first && !isMissing(first))
  if (given) return innermost({ ...given, path: [...issue.path, ...given.path] })
  const names = issue.errors.map(([first]) => first?.path.join('.')).filter(Boolean)
  return { ...issue, message: `One of these must be given: ${names.join(', ')}.` }
}

const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
