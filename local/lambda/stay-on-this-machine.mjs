import { Socket } from 'node:net'

const here = new Set(['127.0.0.1', 'localhost', '::1'])

/** Called before a bundle is loaded: whatever an SDK client makes of its settings, no connection leaves this machine. */
export function stayOnThisMachine() {
  // oxlint-disable-next-line typescript/unbound-method -- called with its own socket below
  const connect = Socket.prototype.connect
  Socket.prototype.connect = function connectHere(...given) {
    const host = hostOf(given)
    if (host === undefined || here.has(host)) return Reflect.apply(connect, this, given)
    const error = new Error(`a local run talks to this machine only, not to ${host}`)
    process.nextTick(() => this.destroy(error))
    return this
  }
}

/** The host of any form of connect(): options, port and host, a path, or the list that node:net itself passes. */
function hostOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first
  if (typeof options === 'object' && options !== null) return options.path ? undefined : options.host
  return typeof options === 'number' && typeof second === 'string' ? second : undefined
}
