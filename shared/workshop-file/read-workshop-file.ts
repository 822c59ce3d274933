// Reads a workshop file: the whole of it, or one sentence that names the place where it is not what it should be.
import type { z } from 'zod'
import type { Event } from '#shared/facilitation/events.ts'
import { apply, emptyWorkshop, type Workshop } from '#shared/facilitation/workshop.ts'
import { WorkshopFile, workshopFileFormat, workshopFileVersion } from '#shared/workshop-file/workshop-file.ts'

/** `newer` and `foreign`: another program's. `broken`: cut off or no JSON. `wrong`: one place of it is. */
export type FileProblem = { code: 'newer' | 'foreign' | 'broken' | 'wrong'; message: string }
export type ReadFile<Value> = { ok: true; value: Value } | { ok: false; problem: FileProblem }

export const wrongAt = (place: string, what: string): { ok: false; problem: FileProblem } => ({
  ok: false,
  problem: { code: 'wrong', message: `${place}: ${what.replace(/\.?$/, '.')}` },
})

/** The file, and the workshop that its events make. */
export function readWorkshopFile(text: string): ReadFile<{ file: WorkshopFile; workshop: Workshop }> {
  const json = readJson(text)
  if (!json.ok) return json
  const foreign = foreignness(json.value)
  if (foreign) return { ok: false, problem: foreign }
  const parsed = WorkshopFile.safeParse(json.value)
  if (!parsed.success) return firstOf(parsed.error)
  const file = parsed.data
  const folded = fold(file.events)
  if (!folded.ok) return folded
  const { value: workshop } = folded
  return contradiction(file, workshop) ?? { ok: true, value: { file, workshop } }
}

/** What is said for readers at the head of the file is what the log says: nobody is to believe that changing it here did anything. */
function contradiction({ workshop: head }: WorkshopFile, { info }: Workshop) {
  for (const name of ['title', 'createdAt'] as const)
    if (head[name] !== info[name])
      return wrongAt(`workshop.${name}`, `The log says ${JSON.stringify(info[name])}`)
  return null
}

function readJson(text: string): ReadFile<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const isCut = at === undefined || Number(at) >= text.length
    const message = isCut
      ? `This file is cut off after ${text.length} characters; fetch it once more.`
      : `This file is no JSON from character ${at} on; fetch it once more.`
    return { ok: false, problem: { code: 'broken', message } }
  }
}

function foreignness(json: unknown): FileProblem | null {
  const isObject = typeof json === 'object' && json !== null
  const format: unknown = isObject && 'format' in json ? json.format : undefined
  const version: unknown = isObject && 'version' in json ? json.version : undefined
  if (isObject && format === undefined && 'sessions' in json && 'asOf' in json)
    return {
      code: 'foreign',
      message:
        'This file holds the results only; whoever facilitates takes the whole workshop along beside them.',
    }
  if (format !== workshopFileFormat) {
    const found = typeof format === 'string' ? `is ${JSON.stringify(format.slice(0, 40))}` : 'is missing'
    return {
      code: 'foreign',
      message: `This is no workshop file: its "format" ${found}, and "${workshopFileFormat}" belongs there.`,
    }
  }
  if (typeof version === 'number' && version > workshopFileVersion)
    return {
      code: 'newer',
      message: `This file is of a newer Runde (version ${version}, this one knows ${workshopFileVersion}); update Runde and try again.`,
    }
  return null
}

function firstOf({ issues }: z.ZodError): { ok: false; problem: FileProblem } {
  const [issue] = issues.map(innermost)
  return issue ? wrongAt(placeOf(issue.path), whatIsWrong(issue)) : wrongAt('file', 'It is not as described.')
}

/** `events[12].personId` */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`
    return before === '' ? String(step) : `${before}.${String(step)}`
  }, '')
  return place === '' ? 'file' : place
}

function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code === 'invalid_union') {
    const [first] = issue.errors.flat()
    return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue
  }
  if (issue.code !== 'invalid_key' && issue.code !== 'invalid_element') return issue
  const [first] = issue.issues
  return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? 'It is missing.'
      : `It must be a JSON ${issue.expected}.`
  if (issue.code === 'invalid_value') return `It must be ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'invalid_union') return 'This version of Runde knows no such kind.'
  return issue.message
}

/** What happened must follow from what happened before: it begins once, and nothing in it makes the rules stumble. */
function fold(events: readonly Event[]): ReadFile<Workshop> {
  let workshop = emptyWorkshop
  for (const [place, event] of events.entries()) {
    if ((event.type === 'workshop.created') !== (place === 0))
      return wrongAt(
        `events[${place}].type`,
        'A log begins with "workshop.created", and has it nowhere else.',
      )
    if (event.type === 'withheld')
      return wrongAt(`events[${place}].type`, 'Something was left out here, so the log is not whole.')
    try {
      workshop = apply(workshop, event)
    } catch {
      return wrongAt(`events[${place}]`, 'This cannot have happened after what stands before it.')
    }
  }
  return { ok: true, value: workshop }
}
