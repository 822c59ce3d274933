// What ties an arrow's end to a shape, as tldraw has it.
type Tie = { name: string; fromId: string; toId: string }

export const arrowBinding = ({ name, fromId, toId }: Tie) => ({
  id: `binding:${name}`,
  typeName: 'binding',
  type: 'arrow',
  fromId,
  toId,
  meta: {},
  props: {
    terminal: 'end',
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  },
})
