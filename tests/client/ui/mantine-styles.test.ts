// Every Mantine component this client draws has its styles in mantine.css, and nothing is carried along unused.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const library = 'node_modules/@mantine/core'
/** Belong to the library as a whole, not to a component. */
const foundations = ['baseline', 'default-css-variables', 'global']

test('mantine.css holds the styles of exactly the components that are used', () => {
  const needed = [...foundations, ...stylesOf(usedComponents())].sort()
  expect(importedStyles().sort()).toEqual(needed)
})

function importedStyles(): string[] {
  const css = readFileSync('client/ui/mantine.css', 'utf8')
  return [...css.matchAll(/styles\/([\w-]+)\.layer\.css/g)].map(([, name]) => String(name))
}

function usedComponents(): Set<string> {
  const names = globSync('client/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/import \{([^}]+)\} from '@mantine\/core'/g)].flatMap(
      ([, list]) => String(list).split(','),
    ),
  )
  return new Set(names.map((name) => name.trim()).filter((name) => /^[A-Z]/.test(name)))
}

/** Follows each component's own imports: what it is made of needs its styles too. */
function stylesOf(components: Set<string>): string[] {
  const index = readFileSync(`${library}/esm/index.mjs`, 'utf8')
  const seen = new Set<string>()
  const styles = new Set<string>()
  const follow = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    const name = basename(file).match(/^(\w+)\.module\.mjs$/)?.[1]
    if (name) styles.add(name)
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g))
      follow(resolve(dirname(file), String(path)))
  }
  for (const component of components) {
    const line = index.match(new RegExp(`import \\{[^}]*\\b${component}\\b[^}]*\\} from "([^"]+)"`))
    expect(line, `${component} is exported by Mantine`).not.toBeNull()
    follow(resolve(`${library}/esm`, String(line?.[1])))
  }
  return [...styles]
}
