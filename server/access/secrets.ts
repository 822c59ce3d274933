// Makes secrets and random ids, hashes them for keeping, and seals the ones that "Invite" shows again.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { JoinCode, Secret } from '#shared/access/api.ts'
import { ImageId, PersonId, WorkshopId } from '#shared/ids.ts'

/** 128 random bits as 22 characters of base64url. */
export const newSecret = (): Secret => Secret.parse(randomBytes(16).toString('base64url'))

export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const newWorkshopId = (): WorkshopId => WorkshopId.parse(crockford(12))
export const newPersonId = (): PersonId => PersonId.parse(crockford(16))
export const newImageId = (): ImageId => ImageId.parse(crockford(26))

/** Three consonants and three digits; 8 million of them, so guessing is limited and not only unlikely. */
export function newJoinCode(): JoinCode {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ'
  const letter = () => letters[randomInt(letters.length)]
  return JoinCode.parse(`${letter()}${letter()}${letter()}${String(randomInt(1000)).padStart(3, '0')}`)
}

/** Takes as long for a wrong text as for the right one. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(hashSecret(one), hashSecret(other))

/** AES-256-GCM under the server's key: 12 bytes of nonce, the ciphertext, 16 bytes of tag. `context` has to be the same to open. */
export function seal(key: Buffer, secret: string, context: string): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** null when it was sealed under another key or for another context. */
export function unseal(key: Buffer, sealed: Uint8Array, context: string): string | null {
  const bytes = Buffer.from(sealed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(-16))
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null // node throws the same error for a wrong key, a wrong context and a changed byte
  }
}

function crockford(length: number): string {
  const digits = '0123456789abcdefghjkmnpqrstvwxyz'
  // 256 is a multiple of 32, so the remainder is even.
  return Array.from(randomBytes(length), (byte) => digits[byte % 32]).join('')
}
