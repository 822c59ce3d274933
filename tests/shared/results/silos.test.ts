// The silo check: who owns a touchpoint and was not there.
import { expect, test } from 'vitest'
import { DepartmentId } from '#shared/ids.ts'
import { attendanceOf } from '#shared/results/attendance.ts'
import { silosOf } from '#shared/results/silos.ts'
import { cem, guest, noon, sales, service } from '#tests/shared/facilitation/scene.ts'

const departments = [
  { departmentId: service, title: 'Service' },
  { departmentId: sales, title: 'Vertrieb' },
  { departmentId: DepartmentId.parse('legal'), title: 'Recht' },
]
const silos = (
  owners: readonly (string | null)[],
  who: readonly { person: typeof cem; from: DepartmentId | null }[],
) => {
  const people = who.map(({ person, from }) => ({ ...person, departmentId: from, joinedAt: noon }))
  const touchpoints = new Map(
    owners.map((departmentId, place) => [`shape:${place}`, { actual: null, departmentId }]),
  )
  return silosOf(touchpoints, attendanceOf(people, departments), departments).map(({ title }) => title)
}
const cemFromService = { person: cem, from: service }

test('departments that own touchpoints and sent nobody are named once, in the workshop’s order', () => {
  expect(silos(['legal', 'sales', 'sales', 'service', null], [cemFromService])).toEqual(['Vertrieb', 'Recht'])
})
test('a department without touchpoints need not be there, and one that the workshop does not know cannot', () => {
  expect(silos(['service', 'grid'], [cemFromService])).toEqual([])
})
test('watching is not being there', () => {
  expect(silos(['sales'], [cemFromService, { person: guest, from: sales }])).toEqual(['Vertrieb'])
})
test('while nobody has come at all, there is no silo', () => {
  expect(silos(['service'], [])).toEqual([])
})
