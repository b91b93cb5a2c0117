/**
 * Screens that nobody needs at night, and the menu that leads to them: which file each is in is fetched with the first
 * of them, not with the shell.
 */
export const office = {
  UsersScreen: () => import('./screens/users/users-screen.tsx').then((module) => module.UsersScreen),
  UserScreen: () => import('./screens/users/user-screen.tsx').then((module) => module.UserScreen),
  NewUser: () => import('./screens/users/new-user.tsx').then((module) => module.NewUser),
  BudgetsScreen: () => import('./screens/budgets/budgets-screen.tsx').then((module) => module.BudgetsScreen),
  AuditScreen: () => import('./screens/audit/audit-screen.tsx').then((module) => module.AuditScreen),
  TemplateList: () => import('./screens/templates/template-list.tsx').then((module) => module.TemplateList),
  TemplateScreen: () =>
    import('./screens/templates/template-screen.tsx').then((module) => module.TemplateScreen),
  ScheduleList: () => import('./screens/schedules/schedule-list.tsx').then((module) => module.ScheduleList),
  ScheduleScreen: () =>
    import('./screens/schedules/schedule-screen.tsx').then((module) => module.ScheduleScreen),
  NewSchedule: () => import('./screens/schedules/write-schedule.tsx').then((module) => module.NewSchedule),
  EditSchedule: () => import('./screens/schedules/write-schedule.tsx').then((module) => module.EditSchedule),
  Drills: () => import('./screens/drills/drills.tsx').then((module) => module.Drills),
  DeadLetters: () => import('./screens/dead-letters/dead-letters.tsx').then((module) => module.DeadLetters),
  More: () => import('./screens/more/more.tsx').then((module) => module.More),
  Guide: () => import('./screens/guide/guide.tsx').then((module) => module.Guide),
  Settings: () => import('./screens/settings/settings.tsx').then((module) => module.Settings),
} as const
