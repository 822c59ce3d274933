// What the keys are called on this keyboard, in the page's language.
import { defineTexts, useTexts } from '#client/ui/texts.ts'

const keyTexts = defineTexts('keys', {
  de: {
    control: 'Strg',
    shift: 'Umschalt',
    alt: 'Alt',
    enter: 'Eingabe',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Leertaste',
    arrows: 'Pfeiltasten',
    remove: 'Entf',
  },
  en: {
    control: 'Ctrl',
    shift: 'Shift',
    alt: 'Alt',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
    space: 'Space',
    arrows: 'Arrow keys',
    remove: 'Delete',
  },
})
type KeyName = NonNullable<(typeof keyTexts)['keys']> extends infer Keys ? keyof Keys : never

const isMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')
const onMac: Partial<Record<KeyName, string>> = { control: '⌘', shift: '⇧', alt: '⌥' }

export function useKeyNames(): (key: KeyName) => string {
  const t = useTexts(keyTexts)
  return (key) => (isMac && onMac[key]) || t(key)
}
