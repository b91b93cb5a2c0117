declare module 'dynalite' {
  import type { Server } from 'node:http'

  type Options = { path?: string; createTableMs?: number; deleteTableMs?: number; updateTableMs?: number }

  /** Makes a DynamoDB server; without `path` it keeps its data in memory. */
  export default function dynalite(options?: Options): Server
}
