// The browser's own dialogue for choosing image files; on a phone also its camera and its photos.
import { imageTypes } from '#shared/board/image-header.ts'

/** Empty when nothing was chosen. Call from a click: browsers open the dialogue for nothing else. */
export function chooseImages({ isMultiple }: { isMultiple: boolean }): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = imageTypes.join(',')
  input.multiple = isMultiple
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}
