// Our shape utils, in one list for every editor.
import { ClusterUtil } from '#client/board/shapes/ClusterUtil.tsx'
import { JourneyMapUtil } from '#client/board/shapes/JourneyMapUtil.tsx'
import { LaneUtil } from '#client/board/shapes/LaneUtil.tsx'
import { NoteUtil } from '#client/board/shapes/NoteUtil.tsx'
import { PersonaUtil } from '#client/board/shapes/PersonaUtil.tsx'
import { StageUtil } from '#client/board/shapes/StageUtil.tsx'
import { TouchpointUtil } from '#client/board/shapes/TouchpointUtil.tsx'

export const ownUtils = [
  JourneyMapUtil,
  StageUtil,
  LaneUtil,
  PersonaUtil,
  ClusterUtil,
  TouchpointUtil,
  NoteUtil,
]
