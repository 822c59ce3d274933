// One clock for all processes of this machine, milliseconds: to say in one process how long ago another did something.

export const sharedNow = (): number => Number(process.hrtime.bigint()) / 1e6
