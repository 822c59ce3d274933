// What people typed: kept apart from the direction of the text around it and marked with the workshop's language.
import { createContext, useContext } from 'react'
import type { Language } from '#shared/language.ts'

export const WorkshopLanguage = createContext<Language | undefined>(undefined)

export function Typed({ children }: { children: string }) {
  return <bdi lang={useContext(WorkshopLanguage)}>{children}</bdi>
}
