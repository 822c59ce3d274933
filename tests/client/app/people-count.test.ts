// The top bar's counts: those who are here, by department, observers left out.
import { expect, test } from 'vitest'
import { countByDepartment } from '#client/app/room/people-count.ts'
import type { RoomRole } from '#shared/access/role.ts'
import type { People } from '#shared/facilitation/people.ts'
import { DepartmentId, PersonId } from '#shared/ids.ts'

const sales = DepartmentId.parse('sales')
const service = DepartmentId.parse('service')
const departments = [
  { departmentId: service, title: 'Service' },
  { departmentId: sales, title: 'Vertrieb' },
]
const idOf = (number: number) => PersonId.parse(String(number).padStart(16, '0'))

function peopleOf(...rows: [department: DepartmentId | null, role: RoomRole][]): People {
  const people: Record<PersonId, People[PersonId]> = {}
  rows.forEach(([departmentId, role], index) => {
    const personId = idOf(index)
    people[personId] = { personId, role, departmentId, joinedAt: index }
  })
  return people as People // the record above has one person for each of its keys
}

test('departments come in the workshop’s order, people without one last, empty ones not at all', () => {
  const people = peopleOf([null, 'facilitator'], [sales, 'participant'], [sales, 'participant'])
  expect(countByDepartment({ people, present: [idOf(0), idOf(1), idOf(2)], departments })).toEqual([
    { place: 1, title: 'Vertrieb', count: 2 },
    { place: -1, title: null, count: 1 },
  ])
})

test('only who is here counts, and observers do not', () => {
  const people = peopleOf([service, 'participant'], [service, 'participant'], [service, 'observer'])
  expect(countByDepartment({ people, present: [idOf(1), idOf(2)], departments })).toEqual([
    { place: 0, title: 'Service', count: 1 },
  ])
})

test('somebody who is present before their joining has arrived is not counted yet', () => {
  expect(countByDepartment({ people: {}, present: [idOf(7)], departments })).toEqual([])
})

test('a department that the workshop does not know counts as none', () => {
  const people = peopleOf([DepartmentId.parse('gone'), 'participant'])
  expect(countByDepartment({ people, present: [idOf(0)], departments })).toEqual([
    { place: -1, title: null, count: 1 },
  ])
})
