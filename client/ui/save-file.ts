// Hands a file that was made in the browser to its downloads.

const letGoMs = 40_000

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A download that asks its person first, as on a phone, takes the bytes only when they have answered.
  setTimeout(() => URL.revokeObjectURL(url), letGoMs)
}
