import { Route, Router } from 'preact-iso'
import { lazyScreen } from '../../ui/lazy-screen.ts'
import { NotFound } from '../../ui/not-found.tsx'
import { AreaScreen, FirstArea } from './area-screen.tsx'

const RosteredVillage = lazyScreen(() =>
  import('./rostered-village.tsx').then((module) => module.RosteredVillage),
)
const NewVillage = lazyScreen(() => import('./new-village.tsx').then((module) => module.NewVillage))
const FailingNumbers = lazyScreen(() =>
  import('./failing-numbers.tsx').then((module) => module.FailingNumbers),
)
const CallSheet = lazyScreen(() => import('./call-sheet.tsx').then((module) => module.CallSheet))
const ImportStart = lazyScreen(() => import('./import-start.tsx').then((module) => module.ImportStart))
const ImportScreen = lazyScreen(() => import('./import-screen.tsx').then((module) => module.ImportScreen))

/** The screens below `/villages`, kept out of the console's first load but for two routes. */
export const Roster = () => (
  <Router>
    <Route path="/" component={FirstArea} />
    <Route path="/import" component={ImportStart} />
    <Route path="/import/:importId" component={ImportScreen} />
    <Route path="/:area" component={AreaScreen} />
    <Route path="/:area/new" component={NewVillage} />
    <Route path="/:area/failing" component={FailingNumbers} />
    <Route path="/:area/call-sheet" component={CallSheet} />
    <Route path="/:area/:code" component={RosteredVillage} />
    <Route default component={NotFound} />
  </Router>
)
