// The browser's entry: settings first, then the pages.
import './ui/quiet-zod.ts'
import '@fontsource-variable/instrument-sans/standard.css'
import './ui/base.css'
import './ui/mantine.css'
import './ui/tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '#client/app/App.tsx'
import { startLanguage } from '#client/ui/language.ts'

startLanguage()

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no element "app"; the page cannot be drawn.')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
