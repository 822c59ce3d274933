// Small real images, 7 wide and 5 high, as a browser writes them; and a way to write others by hand.
const bytes = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'))

export const sampleImages = {
  png: bytes(
    'iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAI0lEQVR4AbTJMQ0AAAwCwYa9kuq+vkABbHzy02Hv6caESigAAAD//w6/lxAAAAAGSURBVAMASf4OZtV2y+AAAAAASUVORK5CYII=',
  ),
  jpeg: bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAFAAcDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCeAUg9/9k=',
  ),
  'webp, lossy': bytes(
    'UklGRjYAAABXRUJQVlA4ICoAAACQAQCdASoHAAUAAsBMJaACdLoAA5gA/vAb3/8zR+k30m78f0KfaimZAAA=',
  ),
  'webp, lossless': bytes('UklGRiIAAABXRUJQVlA4TBUAAAAvBgABEA8wPdMwxPMf8DjeX0T/AwMA'),
  'webp, extended': bytes('UklGRjQAAABXRUJQVlA4WAoAAAAQAAAABgAABAAAVlA4TBUAAAAvBgABEA8wPdMwxPMf8DjeX0T/AwMA'),
  gif: bytes('R0lGODlhBwAFAIAAAA09xP///yH5BAAAAAAALAAAAAAHAAUAAAIGhI+py+1dADs='),
}

/** A copy with some bytes put in place of others. */
export function patched(image: Uint8Array, at: number, ...put: number[]): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(image)
  copy.set(put, at)
  return copy
}

export const svg = new TextEncoder().encode(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)
export const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
