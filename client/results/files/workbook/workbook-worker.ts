// The thread that writes a workbook.
import '#client/ui/quiet-zod.ts'
import { answerJob } from '#client/results/files/thread.ts'
import { writeWorkbook } from './write-workbook.ts'

answerJob(writeWorkbook)
