import { useEffect } from 'preact/hooks'
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso'
import { Frame } from './ui/frame.tsx'
import { SignInGate } from './sign-in/sign-in-gate.tsx'
import { recallLanguage } from './words/language.ts'
import { NotFound } from './ui/not-found.tsx'

const Home = lazy(() => import('./screens/home/home.tsx').then((module) => module.Home))
const AlertList = lazy(() => import('./screens/alerts/alert-list.tsx').then((module) => module.AlertList))

const Compose = lazy(() => import('./screens/compose/compose.tsx').then((module) => module.Compose))
const Track = lazy(() => import('./screens/track/track.tsx').then((module) => module.Track))
const VillageScreen = lazy(() =>
  import('./screens/track/village-screen.tsx').then((module) => module.VillageScreen),
)
const CallListScreen = lazy(() =>
  import('./screens/track/call-list.tsx').then((module) => module.CallListScreen),
)
const More = lazy(() => import('./screens/more/more.tsx').then((module) => module.More))

const Screens = () => {
  return (
    <SignInGate>
      <ErrorBoundary>
        <Router>
          <Route path="/" component={Home} />
          <Route path="/alerts" component={AlertList} />
          <Route path="/alerts/new" component={Compose} />
          <Route path="/alerts/:alertId" component={Track} />
          <Route path="/alerts/:alertId/calls" component={CallListScreen} />
          <Route path="/alerts/:alertId/villages/:code" component={VillageScreen} />
          <Route path="/more" component={More} />
          <Route default component={NotFound} />
        </Router>
      </ErrorBoundary>
    </SignInGate>
  )
}

/** The console: a frame that is there at once, and in it the screen that the address names. */
export const App = () => {
  useEffect(recallLanguage, [])
  return (
    <LocationProvider>
      <Frame>
        <Screens />
      </Frame>
    </LocationProvider>
  )
}
