// `?panel`: the room without its board, for half a screen beside the call or a frame inside a meeting client.

export const isPanelOnly = (search: string): boolean => new URLSearchParams(search).has('panel')

/** The address of a seat in the room, as the panel alone where that was asked for. */
export const roomAddress = (workshopId: string, seat: string, search: string): string =>
  `/w/${workshopId}?seat=${seat}${isPanelOnly(search) ? '&panel' : ''}`
