import type { ComponentType } from 'preact'
import { lazy } from 'preact-iso'
import { NotLoaded } from './no-screen.tsx'

/** A screen that is fetched when it is opened. Where it cannot be, what is shown says so. */
export const lazyScreen = (load: () => Promise<ComponentType>) => lazy(() => load().catch(() => NotLoaded))
