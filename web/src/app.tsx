import { useEffect } from 'preact/hooks'
import type { ComponentType } from 'preact'
import { ErrorBoundary, lazy, LocationProvider, Route, Router } from 'preact-iso'
import { Frame } from './ui/frame.tsx'
import { SignInGate } from './sign-in/sign-in-gate.tsx'
import { recallLanguage } from './words/language.ts'
import { NotFound } from './ui/not-found.tsx'
import { NotLoaded } from './ui/not-loaded.tsx'

/** A screen that is fetched when it is opened. Where it cannot be, what is shown says so. */
const screen = (load: () => Promise<ComponentType>) => lazy(() => load().catch(() => NotLoaded))

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
const UsersScreen = screen(() =>
  import('./screens/users/users-screen.tsx').then((module) => module.UsersScreen),
)
const UserScreen = screen(() => import('./screens/users/user-screen.tsx').then((module) => module.UserScreen))
const NewUser = screen(() => import('./screens/users/new-user.tsx').then((module) => module.NewUser))
const BudgetsScreen = screen(() =>
  import('./screens/budgets/budgets-screen.tsx').then((module) => module.BudgetsScreen),
)
const AuditScreen = screen(() =>
  import('./screens/audit/audit-screen.tsx').then((module) => module.AuditScreen),
)
const TemplateList = screen(() =>
  import('./screens/templates/template-list.tsx').then((module) => module.TemplateList),
)
const TemplateScreen = screen(() =>
  import('./screens/templates/template-screen.tsx').then((module) => module.TemplateScreen),
)
const ScheduleList = screen(() =>
  import('./screens/schedules/schedule-list.tsx').then((module) => module.ScheduleList),
)
const ScheduleScreen = screen(() =>
  import('./screens/schedules/schedule-screen.tsx').then((module) => module.ScheduleScreen),
)
const NewSchedule = screen(() =>
  import('./screens/schedules/write-schedule.tsx').then((module) => module.NewSchedule),
)
const EditSchedule = screen(() =>
  import('./screens/schedules/write-schedule.tsx').then((module) => module.EditSchedule),
)
const Drills = screen(() => import('./screens/drills/drills.tsx').then((module) => module.Drills))
const AccountStop = screen(() =>
  import('./screens/account-stop/account-stop.tsx').then((module) => module.AccountStop),
)
const DeadLetters = screen(() =>
  import('./screens/dead-letters/dead-letters.tsx').then((module) => module.DeadLetters),
)
const Settings = screen(() => import('./screens/settings/settings.tsx').then((module) => module.Settings))
const More = screen(() => import('./screens/more/more.tsx').then((module) => module.More))

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
