// Imported before any schema: zod would otherwise try `new Function`, which our Content-Security-Policy forbids and reports.
import { z } from 'zod'

z.config({ jitless: true })
