// The letter of each tool. H raises the hand in the room, L is the light, I goes into the fields of what is selected.

export const toolLetters = {
  note: 'n',
  'pain-points': 'p',
  opportunities: 'o',
  evidence: 'b',
  touchpoint: 't',
  stage: 's',
  lane: 'r',
  emotion: 'm',
  select: 'v',
  hand: 'g',
  draw: 'd',
  arrow: 'a',
  text: 'x',
  image: 'u',
  eraser: 'e',
  frame: 'f',
  highlight: 'q',
  laser: 'k',
} as const
export type ToolName = keyof typeof toolLetters
