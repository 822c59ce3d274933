// Words of the table, the matrix and the list of a map.

import { german } from '#client/board/twin/words-de.ts'
import { english } from '#client/board/twin/words-en.ts'
import { defineTexts } from '#client/ui/texts.ts'

export const twinTexts = defineTexts('board-twin', { de: german, en: english })
