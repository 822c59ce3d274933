// The outline every icon of the panel has.
export const iconProps = {
  size: '1.125rem',
  stroke: 1.6,
  'aria-hidden': true,
  style: { flex: 'none' },
} as const
