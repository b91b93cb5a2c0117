/**
 * Bundled in place of `node:http`. A module that imports that by name makes Node read all its exports, one of which
 * loads the whole of undici: 14 ms of every cold start, for the words of HTTP statuses in a middleware.
 */
export const { Agent, request, STATUS_CODES } = process.getBuiltinModule('node:http')
