// Our shape utils, in one list for every editor.
import { JourneyMapUtil } from '#client/board/shapes/JourneyMapUtil.tsx'
import { LaneUtil } from '#client/board/shapes/LaneUtil.tsx'
import { NoteUtil } from '#client/board/shapes/NoteUtil.tsx'
import { StageUtil } from '#client/board/shapes/StageUtil.tsx'
import { TouchpointUtil } from '#client/board/shapes/TouchpointUtil.tsx'

export const ownUtils = [JourneyMapUtil, StageUtil, LaneUtil, TouchpointUtil, NoteUtil]
