// Sends an image to the server and says how far it is; without tldraw, for the board, the table and the phone alike.
import { checkImage } from '#client/board/images/check-image.ts'
import { ImageProblem, problemOf } from '#client/board/images/image-problem.ts'
import { seatToken } from '#client/ui/seat-token.ts'
import { ApiError } from '#shared/access/api.ts'
import type { LinkKind } from '#shared/access/role.ts'
import { UploadedImage } from '#shared/board/images.ts'
import type { WorkshopId } from '#shared/ids.ts'

/** Whose images: `role` says which of this browser's seats asks; null where it has only one. */
export type ImageSeat = { workshopId: WorkshopId; role: LinkKind | null }

export type UploadOptions = {
  /** From 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Throws an `ImageProblem`, or an `AbortError` where the signal ended it. */
export async function uploadImage(
  seat: ImageSeat,
  file: Blob,
  options: UploadOptions = {},
): Promise<UploadedImage> {
  const { bytes, type } = await checkImage(file)
  options.signal?.throwIfAborted()
  const { status, text } = await send(seat, new Blob([bytes], { type }), options)
  const body = parsed(text)
  const uploaded = UploadedImage.safeParse(body)
  if (status === 201 && uploaded.success) return uploaded.data
  const refusal = ApiError.safeParse(body)
  if (!refusal.success) throw new ImageProblem('failed', `The server answered with status ${status}.`)
  throw new ImageProblem(problemOf(refusal.data.error.code), refusal.data.error.message)
}

/** Not `fetch`, which does not say how much has been sent. */
function send(
  { workshopId, role }: ImageSeat,
  body: Blob,
  { onProgress, signal }: UploadOptions,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('POST', `/api/workshops/${workshopId}/images${role ? `?seat=${role}` : ''}`)
    const token = role ? seatToken(workshopId, role) : null
    if (token) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => resolve({ status: request.status, text: request.responseText })
    request.onerror = () => reject(new ImageProblem('unreachable'))
    request.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    request.send(body)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // a proxy's page
  }
}
