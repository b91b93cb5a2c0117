/** Where the console's pages may talk to besides their own origin: sign-in, and where files are put. */
type Origins = { readonly reaches: readonly string[] }

/**
 * The policy of every page of the console: its own files and nothing else, no text that becomes code. `console` is
 * the one Trusted Types policy, which lets the service worker's address through.
 */
const contentSecurityPolicy = ({ reaches }: Origins): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...reaches].join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types console',
  ].join('; ')

/** The security headers of the console, on AWS and on one machine alike. */
export const consoleHeaders = (origins: Origins) =>
  ({
    'content-security-policy': contentSecurityPolicy(origins),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }) as const

/** How long browsers keep what: names of assets change with their content, all else is asked for anew. */
export const consoleCaching = {
  assets: 'public, max-age=31536000, immutable',
  rest: 'no-cache',
} as const

/** Paths that the API answers, and not the console: as CloudFront writes them, the rest of a path as `*`. */
export const apiPaths = ['/v1/*', '/cap/*', '/openapi.json', '/health'] as const

/** Where to send what names no file: a screen of the console. Also CloudFront's own function of this name does so. */
export const isScreen = (path: string): boolean => !/\.[a-z0-9]+$/i.test(path)
