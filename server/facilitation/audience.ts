// Who gets which version of a batch: viewers who may see the same share one copy, so that it is written once.

import type { Event } from '#shared/facilitation/events.ts'
import { redact, type Viewer } from '#shared/facilitation/redact.ts'

export type Version<Member> = { members: Member[]; events: Event[] }

/**
 * What a viewer may see depends on their role, and for events about a person on being that person; so everyone of one
 * role whom no event is about sees the same.
 */
export function versionsFor<Member extends Viewer>(
  events: Event[],
  members: Iterable<Member>,
): Version<Member>[] {
  const subjects = new Set(events.flatMap((event) => ('personId' in event ? [event.personId] : [])))
  const versions = new Map<string, Version<Member>>()
  for (const member of members) {
    const key = `${member.role}/${subjects.has(member.personId) ? member.personId : ''}`
    const version = versions.get(key)
    if (version) version.members.push(member)
    else versions.set(key, { members: [member], events: events.map((event) => redact(event, member)) })
  }
  return [...versions.values()]
}
