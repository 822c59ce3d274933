// Bytes as an address of their own, which an image and a canvas take without asking anybody.

/** Rejects when the bytes cannot be read any more, as of a file that was deleted. */
export function dataUrl(blob: Blob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.onload = () => resolve(String(reader.result))
  reader.onerror = () => reject(reader.error ?? new Error('The picture could not be read.'))
  reader.readAsDataURL(blob)
  return promise
}
