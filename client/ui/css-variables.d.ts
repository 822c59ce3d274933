// Lets `style` carry CSS custom properties, which React passes on and its types leave out.
import 'react'

declare module 'react' {
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
