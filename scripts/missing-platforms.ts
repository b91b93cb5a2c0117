/** An entry of package-lock.json as far as it matters here. */
type Entry = {
  version?: string
  dev?: boolean
  license?: string
  optionalDependencies?: Record<string, string>
}
type PlatformEntry = {
  version: string
  cpu: string[]
  dev?: boolean
  license?: string
  optional: true
  os: string[]
  libc?: string[]
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64', 'loong64', 'wasm32']

/** The platform that a package is for, by the words of its name: `…-linux-x64-musl`. */
const toEntry = (name: string, version: string, parent: Entry): PlatformEntry | undefined => {
  const words = name.split('/').at(-1)?.split('-') ?? []
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  if (os === undefined || cpu === undefined) return undefined
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : []
  return {
    version,
    cpu: [cpu],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    os: [os],
    ...(libc.length === 0 ? {} : { libc }),
  }
}

/** Entries that the lock should have for the platform packages of its packages, and has not. */
export const missingPlatforms = (lock: {
  packages: Record<string, Entry>
}): Record<string, PlatformEntry> => {
  const missing: Record<string, PlatformEntry> = {}
  for (const [path, parent] of Object.entries(lock.packages)) {
    if (path === '') continue
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`
      const entry = lock.packages[place] === undefined ? toEntry(name, version, parent) : undefined
      if (entry !== undefined) missing[place] = entry
    }
  }
  return missing
}
