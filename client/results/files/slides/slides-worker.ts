// The thread that writes slides.
import '#client/ui/quiet-zod.ts'
import { answerJob } from '#client/results/files/thread.ts'
import { type SlidesJob, writeSlides } from './write-slides.ts'

answerJob<SlidesJob>(writeSlides)
