// One of a few, side by side, under a heading that names what is chosen.
import { SegmentedControl, Text } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import panel from './panel.module.css'

type Props<Value extends string> = {
  label: string
  hint?: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  /** What the choice makes necessary. */
  children?: ReactNode
}

export function Choice<Value extends string>({ label, hint, options, ...rest }: Props<Value>) {
  const { value, onChange, children } = rest
  const id = useId()
  return (
    <div>
      <Text id={id} fw={600} mb={hint ? 0 : 4}>
        {label}
      </Text>
      {hint && (
        <Text size="xs" c="dimmed" mb={4}>
          {hint}
        </Text>
      )}
      <SegmentedControl
        fullWidth
        classNames={{ label: panel.segment }}
        aria-labelledby={id}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
      {children}
    </div>
  )
}
