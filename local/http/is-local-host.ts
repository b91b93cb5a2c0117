/**
 * Whether a Host header names this machine. Everything listens on 127.0.0.1 only; this also keeps out web
 * pages whose name was made to point here.
 */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)
}
