// Departments can be told apart without colour: eight shapes, and outlines after that.
import { expect, test } from 'vitest'
import { departmentPlace, departmentStyle } from '#client/ui/department-shapes.ts'

test('the first eight departments have eight shapes and eight colours', () => {
  const styles = Array.from({ length: 8 }, (_, place) => departmentStyle(place))
  expect(new Set(styles.map(({ path }) => path)).size).toBe(8)
  expect(new Set(styles.map(({ color }) => color)).size).toBe(8)
  expect(styles.some(({ isOutlined }) => isOutlined)).toBe(false)
})

test('the ninth takes the first shape as an outline', () => {
  expect(departmentStyle(8)).toEqual({ ...departmentStyle(0), isOutlined: true })
})

test('a department’s place is that in the workshop’s list, -1 for none and for unknown ones', () => {
  const departments = [{ departmentId: 'service' }, { departmentId: 'sales' }]
  expect(departmentPlace(departments, 'sales')).toBe(1)
  expect(departmentPlace(departments, null)).toBe(-1)
  expect(departmentPlace(departments, 'gone')).toBe(-1)
})
