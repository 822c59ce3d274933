// How a person at a page accepts the ground rules: one by one, then saying that they are in.
import type { Locator, Page } from 'playwright-core'

/** `scope` holds the form; ends when the last box is ticked. */
export async function acceptRules(scope: Locator | Page): Promise<void> {
  const boxes = scope.getByRole('checkbox')
  await boxes.first().waitFor()
  for (const box of await boxes.all()) await box.check()
}
