// Bytes to text where shared/ has neither the browser's nor Node's types: both have TextDecoder.

declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true },
) => { decode(bytes: Uint8Array): string }

/** Throws a TypeError on bytes that are not UTF-8. */
export const utf8ToText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes)
