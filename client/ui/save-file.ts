// Hands a file that was made in the browser to its downloads.

export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the bytes by the time a new task runs.
  setTimeout(() => URL.revokeObjectURL(url))
}
