// The browser's own choice of a file, without a look of its own: a button beside it opens it with `click()`.
import type { Ref } from 'react'

type Props = {
  ref: Ref<HTMLInputElement>
  label: string
  /** As the attribute of the same name. */
  accept?: string
  onChoose: (file: File) => void
}

export function FileInput({ ref, label, accept = '.json,application/json', onChoose }: Props) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      accept={accept}
      aria-label={label}
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? []
        if (file) onChoose(file)
        currentTarget.value = '' // the same file once more is a choice, too
      }}
    />
  )
}
