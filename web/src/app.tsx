import { useEffect } from 'preact/hooks'
import { ErrorBoundary, LocationProvider, Route, Router } from 'preact-iso'
import type { office } from './office.ts'
import { Frame } from './ui/frame.tsx'
import { Guarded } from './ui/guarded.tsx'
import { lazyScreen as screen } from './ui/lazy-screen.ts'
import { SignInGate } from './sign-in/sign-in-gate.tsx'
import { recallLanguage } from './words/language.ts'
import { NotFound } from './ui/not-found.tsx'

const ofOffice = (name: keyof typeof office) =>
  screen(() => import('./office.ts').then((module) => module.office[name]()))

const Home = screen(() => import('./screens/home/home.tsx').then((module) => module.Home))
const AlertList = screen(() => import('./screens/alerts/alert-list.tsx').then((module) => module.AlertList))

const Compose = screen(() => import('./screens/compose/compose.tsx').then((module) => module.Compose))
const Track = screen(() => import('./screens/track/track.tsx').then((module) => module.Track))
const VillageScreen = screen(() =>
  import('./screens/track/village-screen.tsx').then((module) => module.VillageScreen),
)
const CallListScreen = screen(() =>
  import('./screens/track/call-list.tsx').then((module) => module.CallListScreen),
)
const UpdateScreen = screen(() =>
  import('./screens/track/follow-up/update-screen.tsx').then((module) => module.UpdateScreen),
)
const AllClearScreen = screen(() =>
  import('./screens/track/follow-up/all-clear-screen.tsx').then((module) => module.AllClearScreen),
)
const ReportScreen = screen(() =>
  import('./screens/track/report/report-screen.tsx').then((module) => module.ReportScreen),
)
const Roster = screen(() => import('./screens/roster/roster.tsx').then((module) => module.Roster))
const UsersScreen = ofOffice('UsersScreen')
const UserScreen = ofOffice('UserScreen')
const NewUser = ofOffice('NewUser')
const BudgetsScreen = ofOffice('BudgetsScreen')
const AuditScreen = ofOffice('AuditScreen')
const TemplateList = ofOffice('TemplateList')
const TemplateScreen = ofOffice('TemplateScreen')
const ScheduleList = ofOffice('ScheduleList')
const ScheduleScreen = ofOffice('ScheduleScreen')
const NewSchedule = ofOffice('NewSchedule')
const EditSchedule = ofOffice('EditSchedule')
const Drills = ofOffice('Drills')
const AccountStop = screen(() =>
  import('./screens/account-stop/account-stop.tsx').then((module) => module.AccountStop),
)
const DeadLetters = ofOffice('DeadLetters')
const Settings = ofOffice('Settings')
const More = ofOffice('More')
const Guide = ofOffice('Guide')

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
          <Route path="/alerts/:alertId/update" component={UpdateScreen} />
          <Route path="/alerts/:alertId/all-clear" component={AllClearScreen} />
          <Route path="/alerts/:alertId/report" component={ReportScreen} />
          <Route path="/alerts/:alertId/villages/:code" component={VillageScreen} />
          <Route path="/villages" component={Roster} />
          <Route path="/villages/*" component={Roster} />
          <Route path="/users" component={UsersScreen} />
          <Route path="/users/new" component={NewUser} />
          <Route path="/users/:userId" component={UserScreen} />
          <Route path="/budgets" component={BudgetsScreen} />
          <Route path="/budgets/:area" component={BudgetsScreen} />
          <Route path="/audit" component={AuditScreen} />
          <Route path="/templates" component={TemplateList} />
          <Route path="/templates/:templateId" component={TemplateScreen} />
          <Route path="/schedules" component={ScheduleList} />
          <Route path="/schedules/new" component={NewSchedule} />
          <Route path="/schedules/:scheduleId" component={ScheduleScreen} />
          <Route path="/schedules/:scheduleId/edit" component={EditSchedule} />
          <Route path="/drills" component={Drills} />
          <Route path="/account-stop" component={AccountStop} />
          <Route path="/dead-letters" component={DeadLetters} />
          <Route path="/settings" component={Settings} />
          <Route path="/more" component={More} />
          <Route path="/guide" component={Guide} />
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
        <Guarded>
          <Screens />
        </Guarded>
      </Frame>
    </LocationProvider>
  )
}
