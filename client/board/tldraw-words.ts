// The words that tldraw itself says in our frame: to screen readers, and on the handles of drawings and arrows.
import type { Say } from '#client/board/scene.ts'

const corners = ['top', 'bottom', 'left', 'right', 'top-left', 'top-right', 'bottom-left', 'bottom-right']
const turns = ['top_left', 'top_right', 'bottom_left', 'bottom_right', 'mobile']

/**
 * tldraw's German lacks a part of its words and its English does not know our shapes, so it gets all of them from us, for
 * the one language that it is told of.
 */
export const tldrawWords = (say: Say): Record<string, string> => ({
  'a11y.skip-to-main-content': say('skipToBoard'),
  'a11y.status': say('announcement'),
  'a11y.multiple-shapes': say('manySelected'),
  'a11y.shape-index': say('placeInBoard'),
  'tool.journey-map': say('journeyMap'),
  'tool.stage': say('stage'),
  'tool.lane': say('lane'),
  'tool.touchpoint': say('touchpoint'),
  'tool.sticky-note': say('note'),
  'tool.arrow': say('arrow'),
  'tool.draw': say('drawing'),
  'tool.highlight': say('drawing'),
  'tool.text': say('text'),
  'tool.frame': say('frame'),
  'tool.image': say('image'),
  'tool.group': say('group'),
  'tool.select': say('select'),
  'tool.eraser': say('eraser'),
  ...Object.fromEntries(corners.map((corner) => [`handle.resize-${corner}`, say('resize')])),
  ...Object.fromEntries(turns.map((turn) => [`handle.rotate.${turn}_rotate`, say('rotate')])),
})
